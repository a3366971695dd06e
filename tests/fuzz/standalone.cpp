// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer where the compiler has none (g++): every file of a corpus as it is, then seeded mutations of them. No
// coverage guides it; the same seed gives the same inputs. Flags as libFuzzer's: FUZZER CORPUS_DIR -runs=N -seed=S -max_len=L
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

struct Options {
    std::string corpus;
    long runs = 1000;
    unsigned long seed = 1;
    std::size_t longest = 4096;
};

Options parse(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const std::string value(word.substr(std::min(word.find('=') + 1, word.size())));
        if (word.starts_with("-runs=")) options.runs = std::stol(value);
        else if (word.starts_with("-seed=")) options.seed = std::stoul(value);
        else if (word.starts_with("-max_len=")) options.longest = std::stoul(value);
        else if (!word.starts_with("-")) options.corpus = word;
    }
    return options;
}

/// In the order of names, so that a seed means the same everywhere.
std::vector<Bytes> readCorpus(const std::string& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Bytes> corpus;
    for (const auto& path : paths) {
        std::ifstream stream(path, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    }
    return corpus;
}

class Mutator {
public:
    Mutator(const std::vector<Bytes>& corpus, const Options& options)
        : m_corpus(corpus), m_longest(options.longest), m_random(options.seed) {}

    Bytes next() {
        Bytes bytes = m_corpus[below(m_corpus.size())];
        constexpr std::size_t mostChanges = 6;
        for (std::size_t count = 1 + below(mostChanges); count > 0; --count) change(bytes);
        bytes.resize(std::min(bytes.size(), m_longest));
        return bytes;
    }

private:
    std::size_t below(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(m_random() % count); }
    std::ptrdiff_t place(const Bytes& bytes) { return static_cast<std::ptrdiff_t>(below(bytes.size() + 1)); }

    void change(Bytes& bytes) {
        constexpr std::size_t kinds = 7;
        switch (below(kinds)) {
        case 0: return flip(bytes);
        case 1: return overwrite(bytes);
        case 2: return insert(bytes);
        case 3: return erase(bytes);
        case 4: return truncate(bytes);
        case 5: return splice(bytes);
        default: return repeat(bytes);
        }
    }

    void flip(Bytes& bytes) {
        if (!bytes.empty()) bytes[below(bytes.size())] ^= static_cast<std::uint8_t>(1U << below(8));
    }
    /// Numbers at which lengths and counts go wrong, in both byte orders by chance.
    void overwrite(Bytes& bytes) {
        static constexpr std::uint64_t awkward[] = {0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff,
                                                    0x7fffffffffffffff, 0xffffffffffffffff, 0x7ff0000000000000, 0x0100000000000000};
        const std::uint64_t value = awkward[below(std::size(awkward))];
        const std::size_t length = std::size_t{1} << below(4), begin = below(bytes.size());
        for (std::size_t i = 0; i < length && begin + i < bytes.size(); ++i)
            bytes[begin + i] = static_cast<std::uint8_t>(value >> (8 * i));
    }
    void insert(Bytes& bytes) {
        static constexpr std::string_view words[] = {"[", "{", "\"", "-1", "1e999", "null", "\\u0000", "NaN", ",", ":", "\n"};
        const std::string_view word = words[below(std::size(words))];
        bytes.insert(bytes.begin() + place(bytes), word.begin(), word.end());
    }
    void erase(Bytes& bytes) {
        const auto begin = place(bytes);
        const auto end = begin + static_cast<std::ptrdiff_t>(below(std::min<std::size_t>(bytes.size() - static_cast<std::size_t>(begin), 32) + 1));
        bytes.erase(bytes.begin() + begin, bytes.begin() + end);
    }
    void truncate(Bytes& bytes) { bytes.resize(below(bytes.size() + 1)); }
    void splice(Bytes& bytes) {
        const Bytes& other = m_corpus[below(m_corpus.size())];
        const auto from = place(other);
        bytes.resize(static_cast<std::size_t>(place(bytes)));
        bytes.insert(bytes.end(), other.begin() + from, other.end());
    }
    void repeat(Bytes& bytes) {
        const auto begin = place(bytes);
        const Bytes part(bytes.begin() + begin, bytes.begin() + begin + static_cast<std::ptrdiff_t>(std::min<std::size_t>(
                                                                            bytes.size() - static_cast<std::size_t>(begin), 64)));
        const auto at = place(bytes);
        for (std::size_t count = below(16); count > 0 && bytes.size() < m_longest; --count)
            bytes.insert(bytes.begin() + at, part.begin(), part.end());
    }

    const std::vector<Bytes>& m_corpus;
    std::size_t m_longest;
    std::mt19937_64 m_random;
};

} // namespace

int main(int argc, char** argv) {
    const Options options = parse(argc, argv);
    const std::vector<Bytes> corpus = readCorpus(options.corpus);
    if (corpus.empty()) {
        std::fprintf(stderr, "%s: no corpus in %s\n", argv[0], options.corpus.c_str());
        return EXIT_FAILURE;
    }
    for (const Bytes& bytes : corpus) LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    Mutator mutator(corpus, options);
    const std::string keep = std::string(argv[0]) + ".last"; // the input in progress: what a crash leaves behind
    for (long run = 0; run < options.runs; ++run) {
        const Bytes bytes = mutator.next();
        {
            std::ofstream stream(keep, std::ios::binary | std::ios::trunc);
            stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        }
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::filesystem::remove(keep);
    std::printf("%ld runs of %zu corpus files, seed %lu\n", options.runs, corpus.size(), options.seed);
    return EXIT_SUCCESS;
}
