#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Has clang-tidy (.clang-tidy says what for) and clazy look at the files named, or at all of app/, at the lowest priority.
# It takes a minute for each few files and so is no part of the tests; what it prints is to be mended or to be argued with.
# Needs the Debian packages clang-tidy and clazy.
#
#   tests/lint/run.sh [FILE.cpp...]
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
# Without strict-iterators: QHash::erase() takes a const_iterator, and is given what find() gave.
clazy_checks=level1,no-strict-iterators

# A build that is not put together of larger pieces, and has its own moc files.
cmake --preset dev -B build/lint -DCMAKE_CXX_COMPILER=clang++ -DHANDBELL_WERROR=OFF >/dev/null
if (($# > 0)); then
    files=("$@")
else
    mapfile -t files < <(git ls-files 'app/*.cpp' | grep -v Windows)
fi
for file in "${files[@]}"; do
    nice -n 19 clang-tidy --quiet -p build/lint "$file" 2>/dev/null || true
    nice -n 19 clazy-standalone -p build/lint --header-filter='/(app|ui)/' --checks="$clazy_checks" "$file" 2>&1 || true
done | tee build/lint/findings.txt | grep -E '(warning|error):' | sort -u >build/lint/summary.txt || true
cat build/lint/summary.txt
if [[ -s build/lint/summary.txt ]]; then
    exit 1
fi
