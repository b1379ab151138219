import Glibc
import Journal

/// Tells when something changes in folders. Where the system cannot tell, changes are seen at the next key instead.
final class FolderWatch {
    /// Becomes readable when something changed; -1 when the system cannot tell.
    let descriptor: Int32
    // What the system calls the folders that are watched.
    private var watched: Set<Int32> = []

    init() {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Watches these folders as well. The system forgets a folder when it is removed, and knows one that it watches
    /// already: what was put back in its place is watched again.
    ///
    /// - Returns: true when a folder came that was not watched before.
    @discardableResult
    func follow(_ folders: [String]) -> Bool {
        guard descriptor >= 0 else { return false }
        let events = UInt32(
            IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_ATTRIB)
        let before = watched
        watched = Set(folders.map { inotify_add_watch(descriptor, $0, events) })
        return !watched.isSubset(of: before)
    }

    /// Forgets what was told so far.
    func drain() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while read(descriptor, &buffer, buffer.count) > 0 {}
    }
}

/// Makes signals readable, so that the loop hears of them between two keys and not in the middle of one.
///
/// Each is one byte: its number.
final class SignalPipe {
    /// Becomes readable when one of the signals came.
    let descriptor: Int32

    // The handler may only use what is set before it can run.
    nonisolated(unsafe) private static var writeEnd: Int32 = -1

    init(_ signals: [Int32]) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            throw Failure.inputOutput("no pipe for signals can be made (\(systemWords(errno)))")
        }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        SignalPipe.writeEnd = ends[1]
        for signal in signals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                let before = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(SignalPipe.writeEnd, &byte, 1)
                errno = before
            }
            // Only waiting for input is to end; writing goes on.
            action.sa_flags = SA_RESTART
            sigaction(signal, &action, nil)
        }
    }

    /// The signals that came, oldest first.
    func take() -> [Int32] {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(descriptor, &bytes, bytes.count)
        return bytes.prefix(max(0, count)).map(Int32.init)
    }
}
