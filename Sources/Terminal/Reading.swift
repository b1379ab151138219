public import Canvas
import Glibc

extension Terminal {
    /// Takes all that has come in since the last call; empty when nothing has.
    ///
    /// Never waits for a key, but up to `ESCDELAY` milliseconds (25 when the user has not set it) for the rest of a
    /// sequence that has begun. Alt and a key come as Esc and that key.
    public func read() -> [Input] {
        guard isTaken else { return [] }
        var inputs = decoder.decode(arrived())
        while decoder.isInDoubt {
            let bytes = arrived(within: escapeDelay)
            inputs += bytes.isEmpty ? decoder.settle() : decoder.decode(bytes)
        }
        return inputs
    }

    /// What has come, for which to wait so many milliseconds at most.
    private func arrived(within patience: Int32 = 0) -> [UInt8] {
        var bytes: [UInt8] = []
        var wait = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
        while true {
            // Reading would wait for a first byte.
            let found = poll(&wait, 1, bytes.isEmpty ? patience : 0)
            if found < 0, errno == EINTR { continue }
            if found <= 0 { break }
            let step = 4096
            var count = 0
            bytes += [UInt8](unsafeUninitializedCapacity: step) { buffer, filled in
                count = Glibc.read(inputDescriptor, buffer.baseAddress, step)
                filled = max(0, count)
            }
            if count <= 0 { break }
        }
        return bytes
    }
}
