// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

namespace handbell::testing {

//! Makes a test class known to the test program of its folder, which runs the one its first argument names:
//! one program a folder takes a fraction of the time to build that one program a class does.
class Registration
{
public:
    using Run = int (*)(const QStringList &arguments);

    //! \a name must live as long as the program.
    Registration(const char *name, Run run);
};

} // namespace handbell::testing

//! Stands where QTEST_MAIN would.
#define HANDBELL_TEST(Class)                                                                                 \
    static const handbell::testing::Registration registrationOf##Class(                                      \
        #Class, [](const QStringList &arguments) {                                                           \
            Class test;                                                                                      \
            return QTest::qExec(&test, arguments);                                                           \
        });
