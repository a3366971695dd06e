// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a file.
#include "ui/text/core_texts.h"

#include <QtGlobal>

namespace thetascope::texts {
namespace {

constexpr const char* list[] = {
    QT_TRANSLATE_NOOP("Core", "does not exist; check the name"),
    QT_TRANSLATE_NOOP("Core", "can't be read: %1; check the name and its permissions"),
    QT_TRANSLATE_NOOP("Core", "can't be read: %1; check its permissions"),
    QT_TRANSLATE_NOOP("Core", "is a folder, not a file; name a file in it"),
    QT_TRANSLATE_NOOP("Core", "is not an ordinary file; copy its contents to one first"),
    QT_TRANSLATE_NOOP("Core", "is longer than %1 bytes, so not a file of this kind; choose another"),
    QT_TRANSLATE_NOOP("Core", "can't be read to its end; copy it to another disk and try again"),
    QT_TRANSLATE_NOOP("Core", "is not audio that can be read (%1); use WAV, AIFF, FLAC, Ogg or MP3"),
    QT_TRANSLATE_NOOP("Core", "has a header without channels or sample rate; convert it to WAV first"),
    QT_TRANSLATE_NOOP("Core", "holds no samples; choose another file"),
    QT_TRANSLATE_NOOP("Core", "%1 holds no samples; choose another file"),
    QT_TRANSLATE_NOOP("Core", "doesn't fit into memory; cut it into shorter files"),
    QT_TRANSLATE_NOOP("Core", "there is no such demonstration; choose one of %1"),
    QT_TRANSLATE_NOOP("Core", "the file ends before its header says, at about %1 %: %2 samples per channel were read"),
    QT_TRANSLATE_NOOP("Core", "the file ends within its stream, as if cut off: %1 samples per channel were read"),
    QT_TRANSLATE_NOOP("Core", "the file is damaged (%1): %2 samples per channel were read"),
    QT_TRANSLATE_NOOP("Core", "what is written is a WAV file; end its name in .wav"),
    QT_TRANSLATE_NOOP("Core", "can't be written: %1"),
    QT_TRANSLATE_NOOP("Core", "%1; choose another place"),
    QT_TRANSLATE_NOOP("Core", "%1; free some space or choose another place"),
    QT_TRANSLATE_NOOP("Core", "%1; make the folder first"),
    QT_TRANSLATE_NOOP("Core", "it is not a file; choose another name"),
    QT_TRANSLATE_NOOP("Core", "the folder can't be made: %1; choose another place"),
    QT_TRANSLATE_NOOP("Core", "a file of that name is in the way"),
    QT_TRANSLATE_NOOP("Core", "has changed or gone since it was opened; open it again"),
    QT_TRANSLATE_NOOP("Core", "%1 is not what it was when the session was saved: its settings are kept, its runs "
                              "are left out"),
    QT_TRANSLATE_NOOP("Core", "a run could not be brought back: %1"),
    QT_TRANSLATE_NOOP("Core", "the session's runs are too many to be kept in one file (%1 MB); forget some of them "
                              "first"),
    QT_TRANSLATE_NOOP("Core", "it is not JSON; the session is damaged, or something else wrote it"),
    QT_TRANSLATE_NOOP("Core", "can't be written; make room there, or sessions can't be recovered"),
    QT_TRANSLATE_NOOP("Core", "reading it was given up"),
    QT_TRANSLATE_NOOP("Core", "opening it was given up"),
    QT_TRANSLATE_NOOP("Core", "iteration %1 is no longer kept"),
    QT_TRANSLATE_NOOP("Core", "iteration %1 is not kept"),
    QT_TRANSLATE_NOOP("Core", "not enough memory for a picture; choose a smaller scale"),
    QT_TRANSLATE_NOOP("Core", "a picture could not be packed"),
    QT_TRANSLATE_NOOP("Core", "there are no iterations to show; sharpen first"),
    QT_TRANSLATE_NOOP("Core", "the animation was given up"),
    QT_TRANSLATE_NOOP("Core", "the sound was given up"),
    QT_TRANSLATE_NOOP("Core", "The sound is in %1"),
    QT_TRANSLATE_NOOP("Core", "The sound is in %1, %2 signal to error"),
    QT_TRANSLATE_NOOP("Core", "%1 are in no window and silent"),
    QT_TRANSLATE_NOOP("Core", "the iteration had not converged"),
    QT_TRANSLATE_NOOP("Core", "an older one can't be replaced: %1; choose another folder"),
    QT_TRANSLATE_NOOP("Core", "No space left on device: the arrays take %1 bytes, %2 are free; make room there or "
                              "choose another folder"),
    QT_TRANSLATE_NOOP("Core", "the region's start and end must be times in seconds, not before 0"),
    QT_TRANSLATE_NOOP("Core", "the region from %1 s to %2 s of %3 holds no sample; choose a region within its %4 s"),
    QT_TRANSLATE_NOOP("Core", "the region holds %1 samples, more than 2147483647; choose a shorter one with "
                              "--start and --end"),
    QT_TRANSLATE_NOOP("Core", "channel \"%1\" does not exist in %2, which has %3; use \"mix\" or a number from 1 to %4"),
    QT_TRANSLATE_NOOP("Core", "%1 holds a sample that is not a finite number, at %2 s (sample %3 of channel %4); "
                              "choose a region or a channel without it"),
    QT_TRANSLATE_NOOP("Core", "can't be listed: %1; check the name and its permissions"),
    QT_TRANSLATE_NOOP("Core", "has %1 Hz, the others %2 Hz; convert it"),
    QT_TRANSLATE_NOOP("Core", "is not a folder; name one that holds labelled recordings"),
    QT_TRANSLATE_NOOP("Core", "has no label: neither a sub-folder nor a name like LABEL_NAME_NUMBER"),
    QT_TRANSLATE_NOOP("Core", "holds no recordings with a label; put them into a sub-folder per label, or name "
                              "them LABEL_NAME_NUMBER.wav"),
    QT_TRANSLATE_NOOP("Core", "holds recordings of only one label, \"%1\"; there is nothing to tell apart"),
    QT_TRANSLATE_NOOP("Core", "can't be read as a model: %1; choose the folder of a model that `thetascope train` "
                              "wrote"),
    QT_TRANSLATE_NOOP("Core", "%1; choose the folder of a model that `thetascope train` wrote"),
    QT_TRANSLATE_NOOP("Core", "belongs to a training with other settings or recordings; repeat those, or choose "
                              "another folder for the results"),
};

} // namespace

std::span<const char* const> files() { return list; }

} // namespace thetascope::texts
