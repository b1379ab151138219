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
    private let recorder: Recorder
    private let terminal: Terminal
    private var session: Session
    private let watch: FolderWatch
    private let signals: SignalPipe
    private var outside = Outside()
    private var importing = ImportRun()
    private var end: End?
    /// The details of a demo's user are not kept.
    private let isDemo: Bool
    /// Keys whose effect is to be known before they are pressed, the likeliest last.
    private var likely: [Key] = []
    /// What the screens come to by moves that may be next. It is worked out when there is nothing else to do, and given up
    /// with the first thing that happens.
    private var ahead: [Move: (session: Session, frame: Frame)] = [:]
    /// What the session looks like, when that is known already.
    private var frame: Frame?
    /// How often in a row the minute turned and nothing else happened.
    private var quietMinutes = 0
    /// What the disk did not take, to be printed when the screens are gone.
    private(set) var unsaved: [Draft] = []

    private var journal: Journal { recorder.journal }
    private var clock: Clock { recorder.clock }

    /// How the user left.
    enum End { case quit, demo }

    /// The signals that it answers.
    static let signals = endings + [SIGTSTP, SIGCONT, SIGCHLD, SIGWINCH]
    private static let endings = [SIGTERM, SIGHUP, SIGINT]

    init(_ store: Store, _ terminal: Terminal, _ signals: SignalPipe, _ look: Look, isDemo: Bool) throws {
        self.isDemo = isDemo
        recorder = store.recorder
        (self.terminal, self.signals) = (terminal, signals)
        session = Session(
            store.handOver(), now: store.clock.now, size: terminal.size, text: Output.metrics,
            device: store.journal.ownDevice, seed: UInt64.random(in: 0 ... .max),
            keymap: look.keymap, theme: look.theme.name,
            views: ViewFolder.choices(store.clock.now),
            trouble: Trouble(store.journal.health()))
        session.writers = store.journal.otherWriters
        if let complaint = store.complaints.first {
            _ = session.update(.failed("\(complaint). lastcall doctor tells all that was found."))
        }
        if let problem = look.problem { _ = session.update(.failed(problem)) }
        watch = FolderWatch()
    }

    /// Runs until the user leaves, or the process is told to.
    func run() throws -> End {
        watch.follow(journal.watchedFolders)
        draw()
        likely = session.likelyKeys
        while end == nil {
            let ready = try wait()
            if ready.isQuiet, session.isUnprepared {
                send(.idle)
                continue
            }
            if ready.isQuiet, let key = likely.popLast() {
                lookAhead(key)
                continue
            }
            tell(clock.now)
            quietMinutes = ready.isQuiet ? quietMinutes + 1 : 0
            if quietMinutes == 2 { keepBeginning() }
            if ready.isGone { return .quit }
            let came = signals.take()
            // Whoever was stopped and is to end hears that it goes on as well, and perhaps first.
            if came.contains(where: EventLoop.endings.contains) { return .quit }
            for signal in came {
                switch signal {
                case SIGTSTP: terminal.suspend()
                case SIGCONT: terminal.resume()
                case SIGWINCH: terminal.forget()
                case SIGCHLD: for sentence in outside.reap() { send(.failed(sentence)) }
                default: break
                }
            }
            if ready.files { follow() }
            tellHealth()
            for input in terminal.read() where end == nil { take(input) }
            if importing.isRunning { goOnImporting() }
            draw()
        }
        return end ?? .quit
    }

    private func draw() {
        if session.size != terminal.size { send(.resized(terminal.size)) }
        terminal.draw(frame ?? session.render())
    }

    /// Keeps what the screens begin with the next time.
    func keepBeginning() { Beginning.keep(recorder, session.pipeline) }

    /// Waits for something to happen.
    private func wait() throws -> (files: Bool, isGone: Bool, isQuiet: Bool) {
        var descriptors = [terminal.inputDescriptor, watch.descriptor, signals.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let hasWork = session.isUnprepared || importing.isRunning
        // Whoever shows what was just written must not have to wait for what may come next.
        let patience = hasWork ? 0 : likely.isEmpty ? clock.untilNextMinute ?? -1 : 2
        let count = poll(&descriptors, nfds_t(descriptors.count), patience)
        if count < 0 && errno != EINTR {
            throw Failure.inputOutput("waiting for keys failed (\(systemWords(errno)))")
        }
        let isGone = descriptors[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0
        return (descriptors[1].revents != 0, isGone, count == 0 && !importing.isRunning)
    }

    /// Most keys are moves, and most moves come again: the next picture is there before the key.
    private func lookAhead(_ key: Key) {
        guard let move = session.move(by: key), ahead[move] == nil, let next = session.after(key) else { return }
        let frame = next.render()
        terminal.prepare(frame)
        ahead[move] = (next, frame)
    }

    /// What was foreseen is not so any more.
    private func giveUp() {
        ahead = [:]
        frame = nil
    }

    private func take(_ input: Input) {
        likely = session.likelyKeys
        guard case .key(let key) = input else { return send(.input(input)) }
        likely.append(key)
        if let move = session.move(by: key), let next = ahead[move] {
            ahead = [:]
            (session, frame) = (next.session, next.frame)
            tell(clock.now)
        } else {
            send(.input(input))
        }
    }

    /// Within a minute the screens stay as they are.
    private func tell(_ now: Now) {
        if !session.showsMinute(of: now) { giveUp() }
        _ = session.update(.clock(now))
    }

    private func send(_ event: Event) {
        giveUp()
        for effect in session.update(event) { perform(effect) }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .record(let drafts, let said): record(drafts, said)
        case .editText(let text):
            orFail { send(.edited(try Editor.edit(text, at: terminal))) }
        case .listFolder(let folder): send(.folder(ImportRun.listing(folder)))
        case .previewImport(let name, let choices):
            orFail { send(.importPreview(try ImportRun.preview(name, choices, session.pipeline, clock.now))) }
        case .startImport(let name, let choices):
            do {
                try importing.start(name, choices, session.pipeline, clock.now)
            } catch {
                send(.importOver(nil))
                send(.failed(Failure(recording: error).sentence))
            }
        case .stopImport: importing.stop()
        case .writeLeftOut:
            orFail { send(.done("Written: \(try importing.writeLeftOut()). Mend it, and import that.")) }
        case .copy(let text, let said):
            orFail(said) { try outside.copy(text, by: terminal) }
        case .open(let address, let said):
            orFail(said) { try outside.open(address, with: session.pipeline.rules.settings.opener) }
        case .introduce(let me):
            orFail {
                if !isDemo { try SettingsFile.introduce(me) }
                send(.introduced(me))
            }
        case .openDemo: end = .demo
        case .suspend: terminal.suspend()
        case .listThemes: send(.themes(ThemeFolder.choices))
        case .showTheme(let name):
            orFail { terminal.theme = try ThemeFolder.theme(name) }
        case .keepTheme(let name):
            orFail { try RememberedTheme.keep(name) }
        case .keepView(let view):
            orFail {
                try ViewFolder.keep(view)
                send(.done("Kept: \(view.name)"))
            }
        case .forgetView(let name):
            orFail { try ViewFolder.forget(name) }
        case .useMouse(let isWanted): terminal.mouse = isWanted
        case .quit: end = .quit
        }
    }

    /// Does something that may fail, and says that it did, or why it did not.
    private func orFail(_ said: String? = nil, _ act: () throws -> Void) {
        do {
            try act()
            if let said { send(.done(said)) }
        } catch {
            send(.failed(Failure(recording: error).sentence))
        }
    }

    /// Appends acts. Only when they are on disk does the session hear of them; false when they are not.
    @discardableResult
    private func record(_ drafts: [Draft], isPast: Bool = false, _ said: String) -> Bool {
        // Seconds may go by until another has finished: the user sees what for.
        if let who = journal.holder {
            send(.journal(Trouble(.held(by: who))))
            terminal.draw(session.render())
        }
        do {
            try recorder.record(drafts, isPast: isPast, in: &session) { session, entries in
                _ = session.update(.journal(Trouble(journal.health())))
                _ = session.update(.recorded(entries, said: said))
            }
            watch.follow(journal.watchedFolders)
            return true
        } catch {
            if case .failed = journal.health() { unsaved += drafts }
            tellHealth()
            send(.failed("Not saved: \(Failure(recording: error).sentence)"))
            return false
        }
    }

    /// Tells the session whether anything can be recorded now.
    private func tellHealth() {
        let trouble = Trouble(journal.health())
        if trouble != session.trouble { send(.journal(trouble)) }
    }

    /// Reads a slice of the import that is under way, and records it when that was the last.
    private func goOnImporting() {
        do {
            let (fraction, done) = try importing.advance()
            send(.importProgress(fraction))
            guard let done else { return }
            let (drafts, unread) = done.drafts(clock.now)
            let said = "Added \(done.plan.added), skipped \(done.plan.skipped), in doubt \(done.plan.inDoubt)."
            if drafts.isEmpty {
                send(.done(said))
            } else if !record(drafts, isPast: done.isPast, said) {
                return send(.importOver(nil))
            }
            send(.importOver(importing.outcome(done, drafts, unread)))
        } catch {
            send(.importOver(nil))
            send(.failed(Failure(recording: error).sentence))
        }
    }

    private func follow() {
        giveUp()
        watch.drain()
        do {
            // In a folder that is new, something may have been written before it was watched.
            repeat { try recorder.follow(in: &session) } while watch.follow(journal.watchedFolders)
            session.writers = journal.otherWriters
        } catch {
            send(.failed(Failure(recording: error).sentence))
        }
    }
}

extension Session: PipelineHolder {
    mutating func take(_ arrived: [Entry]) { _ = update(.arrived(arrived)) }
}

extension Trouble {
    /// What the journal's health means for the screens; nil when all is well.
    init?(_ health: JournalHealth) {
        guard let sentence = health.sentence else { return nil }
        let title =
            switch health {
            case .writable, .readOnly, .newerVersion: "read-only"
            case .held: "locked"
            case .full: "disk full"
            case .failed: "NOT SAVING"
            }
        self.init(title, sentence, isLasting: health.isLasting)
    }
}
