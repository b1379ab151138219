/// What the signals of a lead add up to (method, section 6).
public struct Antithesis: Hashable, Sendable {
    /// Every signal in order of time.
    public let signals: [DatedSignal]
    /// The places among `signals` of the make-ups that closed a cycle: a lure, a let-down and a make-up in order of time.
    public let cycleEnds: [Int]
    /// Let-downs of all cycles.
    public let letDowns: Int

    /// A signal, and when it was given.
    public struct DatedSignal: Hashable, Sendable {
        /// What they did.
        public let signal: Signal
        /// When.
        public let at: Moment

        /// A signal that was given then.
        public init(signal: Signal, at: Moment) {
            self.signal = signal
            self.at = at
        }
    }

    /// How far it has come.
    public enum Level: String, CaseIterable, Sendable {
        case none, watch, antithesis
    }

    /// What signals, in the order of their ids, add up to.
    public init(_ signals: [DatedSignal]) {
        self.signals = signals.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        var cycleEnds: [Int] = []
        // The phase that comes next. The lure counts for all cycles: the next one needs a let-down and a make-up again.
        var awaited = Signal.Phase.lure
        for (place, dated) in self.signals.enumerated() where dated.signal.phase == awaited {
            switch awaited {
            case .lure: awaited = .letDown
            case .letDown: awaited = .makeUp
            case .makeUp:
                cycleEnds.append(place)
                awaited = .letDown
            }
        }
        self.cycleEnds = cycleEnds
        letDowns = signals.count { $0.signal.phase == .letDown }
    }

    /// How often a lure, a let-down and a make-up followed each other.
    public var cycles: Int { cycleEnds.count }

    /// One let-down: watch. One full cycle, or two let-downs: antithesis.
    public func level(_ numbers: MethodNumbers) -> Level {
        if cycles >= 1 || letDowns >= numbers.mostLetDowns { return .antithesis }
        return letDowns > 0 ? .watch : .none
    }
}
