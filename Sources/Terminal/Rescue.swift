import Glibc

/// Gives the terminal back when the program crashes.
///
/// A trap runs no `defer` and no `deinit`, and would leave the user with a shell that shows nothing that is typed. The
/// handler does only what POSIX allows in one: `write`, `tcsetattr`, `sigaction`, `raise`; all else is made ready when
/// it is installed.
enum Rescue {
    private struct Plan {
        var input: Int32
        var output: Int32
        var modes: termios
        var reset: UnsafeMutableBufferPointer<UInt8>
        var earlier: UnsafeMutableBufferPointer<sigaction>
        var stack: UnsafeMutableRawPointer?
    }

    private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE]

    // Written by the one thread that owns the terminal, read by a handler after which nothing else runs.
    nonisolated(unsafe) private static var plan: UnsafeMutablePointer<Plan>?

    /// From now on a crash writes `reset` to `output` and gives `input` the modes `modes`, then takes its course.
    static func install(reset: [UInt8], modes: termios, input: Int32, output: Int32) {
        remove()
        let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: reset.count)
        _ = text.initialize(from: reset)
        let earlier = UnsafeMutableBufferPointer<sigaction>.allocate(capacity: Int(signals.max() ?? 0) + 1)
        earlier.initialize(repeating: sigaction())
        let made = UnsafeMutablePointer<Plan>.allocate(capacity: 1)
        made.initialize(
            to: Plan(input: input, output: output, modes: modes, reset: text, earlier: earlier, stack: addStack()))
        plan = made
        for signal in signals {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = rescue
            action.sa_flags = SA_ONSTACK
            sigaction(signal, &action, &earlier[Int(signal)])
        }
    }

    /// Gives the signals back to those who had them.
    static func remove() {
        guard let old = plan else { return }
        for signal in signals { sigaction(signal, &old.pointee.earlier[Int(signal)], nil) }
        plan = nil
        if let stack = old.pointee.stack {
            var none = stack_t()
            none.ss_flags = Int32(SS_DISABLE)
            sigaltstack(&none, nil)
            stack.deallocate()
        }
        old.pointee.reset.deallocate()
        old.pointee.earlier.deallocate()
        old.deallocate()
    }

    /// A stack for the handler, for when the first thread has overflowed its own; nil when there is one.
    private static func addStack() -> UnsafeMutableRawPointer? {
        var present = stack_t()
        guard sigaltstack(nil, &present) == 0, present.ss_flags == Int32(SS_DISABLE) else { return nil }
        let size = 64 << 10
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        var stack = stack_t()
        stack.ss_sp = memory
        stack.ss_size = size
        sigaltstack(&stack, nil)
        return memory
    }

    private static let rescue: @convention(c) (Int32) -> Void = { signal in
        guard let plan = Rescue.plan else { return }
        _ = write(plan.pointee.output, plan.pointee.reset.baseAddress, plan.pointee.reset.count)
        tcsetattr(plan.pointee.input, TCSANOW, &plan.pointee.modes)
        sigaction(signal, plan.pointee.earlier.baseAddress?.advanced(by: Int(signal)), nil)
        raise(signal)
    }
}
