// SPDX-License-Identifier: MIT
#include "base/digest.h"

#include <fcntl.h>
#include <sodium/core.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <stdexcept>

#include "base/errors.h"

namespace casekeeper {
namespace {

constexpr std::size_t block = 256 * 1024;

std::string to_hex(const std::array<unsigned char, crypto_hash_sha256_BYTES>& bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const unsigned char byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

}  // namespace

Sha256::Sha256() {
    // Safe to repeat, from any thread; it chooses the processor's own instructions.
    static const bool started = sodium_init() >= 0;
    if (!started) throw std::runtime_error("libsodium cannot be started");
    crypto_hash_sha256_init(&state_);
}

void Sha256::update(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string Sha256::hex() const {
    crypto_hash_sha256_state copy = state_;
    std::array<unsigned char, crypto_hash_sha256_BYTES> bytes;
    crypto_hash_sha256_final(&copy, bytes.data());
    return to_hex(bytes);
}

std::string sha256_of(std::string_view bytes) {
    Sha256 digest;
    digest.update(bytes);
    return digest.hex();
}

std::string sha256_bytes_of(std::string_view bytes) {
    Sha256 started;  // so that the processor's own instructions are chosen
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return digest;
}

std::optional<std::string> sha256_of_descriptor(int descriptor) {
    Sha256 digest;
    const auto buffer = std::make_unique<char[]>(block);
    for (;;) {
        const ssize_t length = ::read(descriptor, buffer.get(), block);
        if (length < 0 && errno == EINTR) continue;
        if (length < 0) return std::nullopt;
        if (length == 0) return digest.hex();
        digest.update(std::string_view(buffer.get(), static_cast<std::size_t>(length)));
    }
}

std::string sha256_of_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    std::optional<std::string> digest;
    if (descriptor >= 0) {
        digest = sha256_of_descriptor(descriptor);
        ::close(descriptor);
    }
    if (!digest)
        throw InputError("cannot read the file " + path, "is it there, and readable by this account?");
    return *digest;
}

}  // namespace casekeeper
