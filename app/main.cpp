// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/window/window_program.h"

int main(int argc, char** argv) {
    if (thetascope::wantsCommandLine(argc, argv)) return thetascope::runCommandLine(argc, argv);
    return thetascope::runWindow(argc, argv);
}
