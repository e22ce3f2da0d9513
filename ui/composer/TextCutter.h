// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard/Assessment.h"

#include <QStringView>

#include <vector>

namespace handbell::ui {

//! Widens stretches that are to be cut from a text to what would be left orphaned: labels, brackets, joints.
//! Looks at the text it is given, which must outlive it; changes nothing.
class TextCutter
{
public:
    //! A stretch to cut, and what it is of, which tells its labels.
    struct Cut
    {
        qsizetype start = 0;
        qsizetype end = 0;
        guard::Kind kind{};
    };

    explicit TextCutter(QStringView text)
        : m_text(text)
    {
    }

    //! \a cuts, sorted by start, widened and merged where nothing but a joint lies between two.
    [[nodiscard]] std::vector<Cut> widened(std::vector<Cut> cuts) const;

private:
    [[nodiscard]] QChar at(qsizetype position) const;
    [[nodiscard]] qsizetype spacesBefore(qsizetype position) const;
    [[nodiscard]] qsizetype spacesAfter(qsizetype position) const;
    [[nodiscard]] bool isSpacedDash(qsizetype position) const;
    [[nodiscard]] bool isJoint(qsizetype start, qsizetype end) const;
    [[nodiscard]] bool needsItsLabel(qsizetype labelStart) const;
    bool takeBrackets(Cut &cut) const;
    bool takeLabel(Cut &cut) const;
    void takePossessive(Cut &cut) const;
    void takeLine(Cut &cut) const;
    void takeJoints(Cut &cut) const;
    [[nodiscard]] std::vector<Cut> merged(const std::vector<Cut> &cuts) const;

    QStringView m_text;
};

} // namespace handbell::ui
