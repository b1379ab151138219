import Canvas
import Exchange
import Glibc
import Interface
import Journal
import Pipeline
import Terminal

/// The one loop of the screens: waits for keys, for files that change, for signals and for the minute to turn; lets the
/// session decide, and does what it asks for.
final class EventLoop {
    private let journal: Journal
    private let clock: Clock
    private let terminal: Terminal
    private var session: Session
    private let watch: FolderWatch
    private let signals: SignalPipe
    private var end: End?

    /// How the user left.
    enum End { case quit, demo }

    init(_ store: Store, _ terminal: Terminal) throws {
        journal = store.journal
        clock = store.clock
        self.terminal = terminal
        session = Session(
            store.pipeline, now: store.clock.now, size: terminal.size, text: Output.metrics,
            device: store.journal.ownDevice, seed: UInt64.random(in: 0 ... .max),
            theme: ScreenSession.usualTheme, readOnlyReason: store.journal.readOnlyReason)
        watch = FolderWatch()
        signals = try SignalPipe([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])
    }

    /// Runs until the user leaves, or the process is told to.
    func run() throws -> End {
        watch.follow(journal.watchedFolders)
        terminal.draw(session.render())
        while end == nil {
            let ready = try wait()
            send(.clock(clock.now))
            if ready.isGone { return .quit }
            for signal in signals.take() {
                switch signal {
                case SIGTSTP: terminal.suspend()
                case SIGCONT: terminal.resume()
                default: return .quit
                }
            }
            if ready.files { follow() }
            for input in terminal.read() where end == nil {
                send(input == .resize ? .resized(terminal.size) : .input(input))
            }
            terminal.draw(session.render())
        }
        return end ?? .quit
    }

    /// Waits for something to happen.
    private func wait() throws -> (files: Bool, isGone: Bool) {
        var descriptors = [terminal.inputDescriptor, watch.descriptor, signals.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let count = poll(&descriptors, nfds_t(descriptors.count), clock.untilNextMinute ?? -1)
        if count < 0 && errno != EINTR {
            throw Failure.inputOutput("waiting for keys failed (\(String(cString: strerror(errno))))")
        }
        let isGone = descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
        return (descriptors[1].revents != 0, isGone)
    }

    private func send(_ event: Event) {
        for effect in session.update(event) { perform(effect) }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .record(let drafts, let said): record(drafts) { .recorded($0, said: said) }
        case .importFile(let name): importFile(name)
        case .openDemo: end = .demo
        case .suspend: terminal.suspend()
        case .showTheme(let name):
            do {
                terminal.theme = try Theme.shipped(name)
            } catch {
                send(.failed(error.description))
            }
        case .quit: end = .quit
        }
    }

    /// Appends acts. Only when they are on disk does the session hear of them.
    private func record(_ drafts: [Draft], _ event: ([Entry]) -> Event) {
        do {
            let drafts = drafts.map { session.pipeline.completed($0) }
            // The newest entry is asked for after `check`, so that what came in from others counts; and nothing holds
            // the pipeline as it was, which would have every lead copied for one dial.
            let entries = try journal.append(
                drafts, now: clock.milliseconds, newest: { session.pipeline.newestEntry(of: $0) },
                check: { arrived in
                    take(arrived)
                    try session.pipeline.check(drafts)
                })
            send(event(entries))
            learnZones(of: entries)
            watch.follow(journal.watchedFolders)
        } catch {
            send(.failed("Not saved: \(Failure(recording: error).sentence)"))
        }
    }

    /// Hands what others wrote to the session.
    private func take(_ arrived: [Entry]) {
        if arrived.isEmpty { return }
        send(.arrived(arrived))
        learnZones(of: arrived)
    }

    /// Leads that came on file, or were changed, may be in zones that nobody was in before.
    private func learnZones(of entries: [Entry]) {
        let mayBring = entries.contains { entry in
            switch entry.act {
            case .add, .edit: true
            default: false
            }
        }
        if mayBring { session.learnZones(ZoneFiles.zone) }
    }

    private func importFile(_ name: String) {
        do {
            let reading = try LeadImport(name: name, into: session.pipeline)
            let drafts = reading.drafts(at: clock.now.moment)
            guard !drafts.isEmpty else { return send(.done("Nobody new: skipped \(reading.plan.skipped).")) }
            record(drafts) {
                .recorded(
                    $0,
                    said: "Added \(reading.plan.added), skipped \(reading.plan.skipped), in doubt "
                        + "\(reading.plan.inDoubt). \(session.keymap.name(of: "undo")) takes it back.")
            }
        } catch {
            send(.failed(Failure(recording: error).sentence))
        }
    }

    private func follow() {
        watch.drain()
        do {
            take(try journal.follow())
            watch.follow(journal.watchedFolders)
        } catch {
            send(.failed(error.description))
        }
    }
}
