// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/audio_file.h"

#include "core/io/atomic_file.h"
#include "core/io/declared_length.h"
#include "core/io/file_samples.h"
#include "core/io/input_file.h"
#include "core/model/demo_signals.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <memory>
#include <new>
#include <string_view>
#include <vector>

namespace thetascope {
namespace {

/// Samples decoded at a time, over all channels.
constexpr std::size_t blockSamples = std::size_t{1} << 16;
constexpr std::string_view demoPrefix = "demo:";

Error cannotRead(const std::string& path, const std::string& reason) {
    return {ErrorKind::input, path + ": " + reason};
}

/// libsndfile's sentences end in a full stop, and some in a line feed.
std::string withoutStop(std::string sentence) {
    while (!sentence.empty() && (sentence.back() == '.' || sentence.back() == '\n'))
        sentence.pop_back();
    return sentence;
}

/// Appends everything that can be decoded.
void readBlocks(SNDFILE* file, int channels, std::vector<float>& samples) {
    const std::size_t blockFrames = std::max<std::size_t>(1, blockSamples / static_cast<std::size_t>(channels));
    std::vector<float> block(blockFrames * static_cast<std::size_t>(channels));
    while (true) {
        const sf_count_t frames = sf_readf_float(file, block.data(), static_cast<sf_count_t>(blockFrames));
        if (frames <= 0)
            return;
        samples.insert(samples.end(), block.begin(), block.begin() + frames * channels);
    }
}

/// An MP3's length is only an estimate.
bool isEstimated(const SF_INFO& info) { return (info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_MPEG; }

/// The share of the promised frames that could be decoded. A stream's is unknown.
double shareOfPromisedFrames(const SF_INFO& info, const AudioClip& clip) {
    if (isEstimated(info) || info.frames <= 0 || info.frames == SF_COUNT_MAX)
        return 1;
    return static_cast<double>(clip.frames()) / static_cast<double>(info.frames);
}

/// What had to be left out; empty if nothing.
std::string readingWarning(SNDFILE* file, const SF_INFO& info, const AudioClip& clip) {
    const std::string whatWasRead = std::to_string(clip.frames()) + " samples per channel were read";
    const double share = std::min(shareOfDeclaredSamples(clip.name), shareOfPromisedFrames(info, clip));
    if (share < 1)
        return "the file ends before its header says, at about " + std::to_string(static_cast<int>(share * 100)) + " %: "
               + whatWasRead;
    if (lacksEndOfStream(clip.name))
        return "the file ends within its stream, as if cut off: " + whatWasRead;
    if (sf_error(file) != SF_ERR_NO_ERROR)
        return "the file is damaged (" + withoutStop(sf_strerror(file)) + "): " + whatWasRead;
    return {};
}

Result<SoundFile> openSound(const std::string& path, SF_INFO& info) {
    if (Status status = checkReadable(path); !status)
        return status.error();
    SoundFile file(sf_open(path.c_str(), SFM_READ, &info));
    if (!file)
        return cannotRead(path, "is not audio that can be read (" + withoutStop(sf_strerror(nullptr))
                                    + "); use WAV, AIFF, FLAC, Ogg or MP3");
    if (info.channels < 1 || info.samplerate < 1)
        return cannotRead(path, "has a header without channels or sample rate; convert it to WAV first");
    return file;
}

/// Whether the last frame that the header promises is really there. Leaves the file at its beginning.
bool reachesItsEnd(SNDFILE* file, const SF_INFO& info) {
    std::vector<float> frame(static_cast<std::size_t>(info.channels));
    const bool there = sf_seek(file, info.frames - 1, SEEK_SET) == info.frames - 1 && sf_readf_float(file, frame.data(), 1) == 1;
    return sf_seek(file, 0, SEEK_SET) == 0 && there;
}

/// Whether a file is worth leaving on the disk, and can be: its length must be certain before anything is read.
bool staysInFile(const std::string& path, SNDFILE* file, const SF_INFO& info, std::int64_t longSamples) {
    if (!info.seekable || info.frames <= longSamples / info.channels || info.frames == SF_COUNT_MAX)
        return false;
    return isEstimated(info) || (shareOfDeclaredSamples(path) >= 1 && reachesItsEnd(file, info));
}

AudioClip clipInFile(const std::string& path, SoundFile file, const SF_INFO& info) {
    AudioClip clip;
    clip.name = path;
    clip.sampleRate = info.samplerate;
    clip.channels = info.channels;
    clip.sourceFrames = isEstimated(info) ? countFrames(file.get(), info.channels) : info.frames;
    clip.source = std::make_shared<const FileSamples>(std::move(file), info.channels);
    return clip;
}

bool endsInWav(const std::string& path) {
    const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
    constexpr std::string_view ending = ".wav";
    return path.size() >= ending.size() && std::equal(ending.begin(), ending.end(), path.end() - ending.size(),
                                                      [&](char want, char have) { return same(have, want); });
}

} // namespace

Result<AudioClip> readAudio(const std::string& path, std::int64_t longSamples) {
    SF_INFO info{};
    Result<SoundFile> opened = openSound(path, info);
    if (!opened)
        return opened.error();
    SoundFile file = std::move(opened).value();
    if (staysInFile(path, file.get(), info, longSamples)) {
        AudioClip clip = clipInFile(path, std::move(file), info);
        return clip.frames() > 0 ? Result<AudioClip>(std::move(clip)) : cannotRead(path, "holds no samples; choose another file");
    }
    AudioClip clip;
    clip.name = path;
    clip.sampleRate = info.samplerate;
    clip.channels = info.channels;
    try {
        readBlocks(file.get(), info.channels, clip.interleaved);
    } catch (const std::bad_alloc&) {
        return cannotRead(path, "doesn't fit into memory; cut it into shorter files");
    }
    if (clip.frames() == 0)
        return cannotRead(path, "holds no samples; choose another file");
    clip.warning = readingWarning(file.get(), info, clip);
    return clip;
}

Result<AudioClip> openClip(const std::string& source, std::uint64_t seed) {
    if (!source.starts_with(demoPrefix))
        return readAudio(source);
    if (auto clip = makeDemo(std::string_view(source).substr(demoPrefix.size()), seed))
        return *std::move(clip);
    std::string names;
    for (const DemoDescription& demo : demoSignals())
        names += (names.empty() ? "" : ", ") + demo.name;
    return cannotRead(source, "there is no such demonstration; choose one of " + names);
}

Status writeWav(const std::string& path, std::span<const float> interleaved, int channels, double sampleRate,
                const std::string& comment) {
    if (!endsInWav(path))
        return Error{ErrorKind::output, path + ": what is written is a WAV file; end its name in .wav"};
    Result<AtomicFile> file = AtomicFile::create(path);
    if (!file)
        return file.error();
    constexpr std::size_t largestWavBytes = 0xffffffff - 4096; // 4 GB less room for the headers
    SF_INFO info{};
    info.channels = channels;
    info.samplerate = static_cast<int>(std::lround(sampleRate));
    info.format = SF_FORMAT_FLOAT | (interleaved.size_bytes() > largestWavBytes ? SF_FORMAT_RF64 : SF_FORMAT_WAV);
    const auto failure = [&path](const std::string& reason) {
        return Error{ErrorKind::output, path + ": can't be written: " + withoutStop(reason) + "; choose another place"};
    };
    SoundFile sound(sf_open_fd(file->descriptor(), SFM_WRITE, &info, SF_FALSE));
    if (!sound)
        return failure(sf_strerror(nullptr));
    sf_command(sound.get(), SFC_SET_ADD_PEAK_CHUNK, nullptr, SF_FALSE); // it would hold the time of day
    if (!comment.empty() && sf_set_string(sound.get(), SF_STR_COMMENT, comment.c_str()) != 0)
        return failure(sf_strerror(sound.get()));
    const auto count = static_cast<sf_count_t>(interleaved.size());
    if (sf_write_float(sound.get(), interleaved.data(), count) != count)
        return failure(sf_strerror(sound.get()));
    if (const int code = sf_close(sound.release()); code != SF_ERR_NO_ERROR)
        return failure(sf_error_number(code));
    return file->commit();
}

} // namespace thetascope
