import Canvas
public import Pipeline

extension Session {
    /// Takes in what happened, and says what is to be done about it outside the screens. Reads no clock and touches no
    /// file.
    public mutating func update(_ event: Event) -> [Effect] {
        let effects = takeIn(event)
        // A card of nobody has nothing to show, and in a narrow window it would hide the list that says why.
        if focus == .card, selected == nil { focus = .list }
        if tab == .numbers { count() }
        return effects
    }

    private mutating func takeIn(_ event: Event) -> [Effect] {
        switch event {
        case .input(let input): return update(input)
        // Where the user is does not change with the size, so that a window made small and large again looks the same.
        case .resized(let size): self.size = size
        case .clock(let now):
            // The clock is told with every key; nothing on the list changes within a minute.
            let hasTurned = !showsMinute(of: now)
            self.now = now
            if now.today != tally.day { tally = DayTally(pipeline, on: now.today) }
            if hasTurned, !lists.holds(at: now, in: pipeline) {
                lists.rebuild(pipeline, now: now)
                for tab in Tab.allCases { settleSelection(in: tab) }
            }
        case .recorded(let entries, let said):
            unsaved = nil
            // What was to be done to all marked is done.
            let marked = markedLeads
            if entries.contains(where: { $0.lead.map(marked.contains) ?? false }) { marks = Marks() }
            take(entries, follow: true)
            say(said)
        case .arrived(let entries):
            // A file that was changed in the middle comes again as a whole, with what this window recorded.
            for entry in entries where entry.device == device && !pipeline.holds(entry) { elsewhere.insert(entry.id) }
            take(entries, follow: false)
        case .journal(let trouble): take(trouble)
        case .failed(let why):
            refuse(why)
            // What was typed must not be lost with it.
            if let form = unsaved {
                pending = []
                ask(form)
            }
            unsaved = nil
        case .done(let what):
            say(what)
            unsaved = nil
        case .introduced(let me):
            unsaved = nil
            pipeline.introduce(me)
            say("Saved: your details. The scripts name you from now on.")
        case .idle: _ = lists.prepare(pipeline)
        case .edited(let text):
            guard case .form(var form) = layers.last, form.fields[form.current].isLong else { break }
            form.fields[form.current].input = TextField(text, keepsLines: true)
            layers[layers.count - 1] = .form(form)
        case .folder(let listing): changeImport { if $0.folder == listing.folder { $0.listing = listing } }
        case .themes(let themes): choose(among: themes)
        case .importPreview(let preview):
            changeImport {
                if case .choosing = $0.stage { $0.selected = 0 }
                $0.stage = .mapping(preview)
            }
        case .importProgress(let fraction): changeImport { $0.stage = .running(fraction) }
        case .importOver(let outcome):
            changeImport {
                $0.selected = 0
                $0.stage = outcome.map { .done($0) } ?? .choosing
            }
        }
        return []
    }

    private mutating func update(_ input: Input) -> [Effect] {
        if !Layout.isLargeEnough(size) {
            // Keys whose effect cannot be seen do nothing, but one can always leave.
            guard case .key(let key) = input, keymap.command([key])?.id == "quit" else { return [] }
            return [.quit]
        }
        if case .key = input { message = nil }
        if case .mouse(let mouse) = input { return update(mouse) }
        // C-c leaves whatever is open, as Esc does; only with nothing open it quits.
        if let layer = layers.last { return update(layer, input == .key(.control("c")) ? .key(.escape) : input) }
        switch input {
        case .key(let key): return press(key)
        case .paste: refuse("Pasted text has no place here; open a form or the filter first.")
        case .mouse: break
        }
        return []
    }

    /// Finds the command of a key, or of the keys so far.
    private mutating func press(_ key: Key) -> [Effect] {
        if !pending.isEmpty, key == .escape || key == .control("c") {
            pending = []
            return []
        }
        let before = pending
        let keys = before + [key]
        pending = []
        switch keymap.lookUp(keys) {
        case .command(let command): return run(command)
        case .prefix: pending = keys
        case .none where before.isEmpty:
            refuse("\(key.name) does nothing here; \(keymap.name(of: "help")) shows every key.")
        case .none where key == .character("q"): break
        case .none:
            // A slip must not close the pop-up: the next key would then mean something else.
            pending = before
            refuse("\(key.name) is none of the choices; Esc leaves.")
        }
        return []
    }

    /// Runs a command, or says why it cannot be run here.
    mutating func run(_ command: Command) -> [Effect] {
        if let reason = command.unavailable(self) {
            refuse(reason)
            return []
        }
        return command.run(&self)
    }

    /// The lead below the selected one in the morning list, when an attempt to reach that one reached nobody: the next to
    /// be called, also where the rules leave the tried one on the list, so that no key logs the same call twice.
    private func leadAfterAttempt(_ entries: [Entry]) -> LeadID? {
        guard tab == .today, layers.isEmpty, let row = selectedRow, row + 1 < lists.count(tab) else { return nil }
        let isTried = entries.contains { entry in
            guard entry.lead == lists[tab].selected, case .attempt(let attempt) = entry.act else { return false }
            return !attempt.outcome.isConversation
        }
        return isTried ? lists.lead(tab, at: row + 1) : nil
    }

    /// Folds entries in, and keeps the user's place.
    private mutating func take(_ entries: [Entry], follow: Bool) {
        let wasEmpty = isEmpty
        let following = follow && calls == nil ? leadAfterAttempt(entries) : nil
        let changed = pipeline.apply(entries)
        tally.count(changed, in: pipeline)
        let moving = Set(changed)
        let holds = Tab.allCases.map { hold(in: $0, apartFrom: moving) }
        lists.update(changed, in: pipeline)
        for (tab, hold) in zip(Tab.allCases, holds) { keepPlace(in: tab, by: hold) }
        if wasEmpty, !isEmpty { for tab in Tab.allCases { lists.selectFirst(tab) } }
        if let following, lists.row(of: following, tab, in: pipeline) != nil { select(following) }
        if calls != nil {
            if follow { followCalls(entries) }
        } else if follow, let entry = entries.last, let lead = entry.leadToShow {
            // Whoever was just added is shown, even when there is nothing to do about them today.
            if case .add = entry.act, lists.row(of: lead, tab, in: pipeline) == nil { _ = open(.leads) }
            select(lead)
        }
        keepSelectionVisible()
    }
}

extension Entry {
    /// The lead that the user wants to see next: one that was just added, or one to which a slip was taken back.
    fileprivate var leadToShow: LeadID? {
        switch act {
        case .add, .undo: lead
        default: nil
        }
    }
}

extension Session {
    /// True when an `idle` event would make something ready.
    public var isUnprepared: Bool { !lists.isPrepared(pipeline) }

    /// Whether a clock that shows `now` shows the same minute as the screens.
    public func showsMinute(of now: Now) -> Bool { now.minute == self.now.minute && now.today == self.now.today }

    /// Learns the zones of leads that came in.
    ///
    /// - Parameter zone: gives a zone by its name, nil when the system does not know it.
    public mutating func learnZones(_ zone: (String) -> Zone?) {
        pipeline.learnZones(zone)
        if !lists.holds(at: now, in: pipeline) { lists.rebuild(pipeline, now: now) }
    }

    /// Checks acts against the rules and hands them on to be recorded; what is refused is said and changes nothing.
    mutating func record(_ drafts: [Draft], said: String) -> [Effect] {
        if let readOnlyReason {
            refuse(readOnlyReason)
            return []
        }
        do throws(Pipeline.Refused) {
            try pipeline.check(drafts)
        } catch {
            // On the command line the sentence stands behind a name; here it stands alone.
            if case .bad(let sentence) = error.refusal { refuse(sentence.firstUppercased) }
            if case .rule(let sentence) = error.refusal { refuse(sentence) }
            return []
        }
        return [.record(drafts, said: said)]
    }
}
