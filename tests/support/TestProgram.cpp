// SPDX-License-Identifier: Apache-2.0
#include "tests/support/TestProgram.h"

#ifdef QT_WIDGETS_LIB
#include <QApplication>
#else
#include <QCoreApplication>
#endif

#include <cstdio>
#include <vector>

namespace handbell::testing {

namespace {

struct TestClass
{
    const char *name;
    Registration::Run run;
};

std::vector<TestClass> &testClasses()
{
    static std::vector<TestClass> classes;
    return classes;
}

#ifdef QT_WIDGETS_LIB
using Application = QApplication;
#else
using Application = QCoreApplication;
#endif

int run(int argc, char **argv)
{
    const Application application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const QString name = arguments.size() > 1 ? arguments.takeAt(1) : QString();
    for (const TestClass &known : testClasses()) {
        if (name == QLatin1String(known.name))
            return known.run(arguments);
    }
    std::fprintf(stderr, "Usage: %s TEST [options of Qt Test]\nTEST is one of:\n", argv[0]);
    for (const TestClass &known : testClasses())
        std::fprintf(stderr, "  %s\n", known.name);
    return 2;
}

} // namespace

Registration::Registration(const char *name, Run run)
{
    testClasses().push_back({name, run});
}

} // namespace handbell::testing

int main(int argc, char **argv)
{
    return handbell::testing::run(argc, argv);
}
