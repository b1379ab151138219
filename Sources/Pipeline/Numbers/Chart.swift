/// Figures to be drawn as bars, one to a line, with what they mean.
public struct Chart: Hashable, Sendable {
    /// What people call it.
    public let title: String
    /// How it is counted.
    public let definition: String
    /// From the top.
    public let bars: [Bar]
    /// What it shows, in a sentence, if it can be said.
    public let conclusion: String?

    init(_ title: String, _ definition: String, _ bars: [Bar], conclusion: String? = nil) {
        (self.title, self.definition, self.bars, self.conclusion) = (title, definition, bars, conclusion)
    }

    /// A bar, and the figure that it stands for.
    public struct Bar: Hashable, Sendable {
        /// What is counted: `09:00`, `Mon`, `e-mail`, or a lead's name.
        public let label: String
        /// How long it is, 0 to 1 of the longest there can be.
        public let length: Double
        /// How much of it is solid, 0 to `length`; the rest is shaded.
        public let solid: Double
        /// The figure in words: `12 % of 143`.
        public let figure: String
        /// True when there is too little to go by: to be shown faintly.
        public let isFew: Bool

        init(_ label: String, length: Double, solid: Double? = nil, _ figure: String, isFew: Bool = false) {
            (self.label, self.length, self.figure, self.isFew) = (label, length, figure, isFew)
            self.solid = isFew ? 0 : solid ?? length
        }
    }
}

extension Numbers {
    // So many names tell enough.
    private static let mostNames = 10

    /// The attempts by channel, and whose going freed the time. What nothing was counted of is left out.
    public func charts(_ pipeline: Pipeline) -> [Chart] {
        [attemptsByChannel, freedByLead(pipeline)].filter { !$0.bars.isEmpty }
    }

    /// Outbound attempts by channel.
    public var attemptsByChannel: Chart {
        let most = attempts.values.max() ?? 0
        return Chart(
            "Attempts by channel", "outbound attempts",
            Channel.allCases.compactMap { channel in
                attempts[channel].map { Chart.Bar(channel.title, length: ratio($0, most), "\($0)") }
            })
    }

    /// Whose going freed the time.
    public func freedByLead(_ pipeline: Pipeline) -> Chart {
        let longest = freed.first?.minutesPerWeek ?? 1
        let bars = freed.prefix(Numbers.mostNames).map {
            Chart.Bar(
                pipeline[$0.lead]?.title ?? "", length: $0.minutesPerWeek / longest,
                "\(Numbers.rounded($0.minutesPerWeek)) minutes")
        }
        let others = freed.dropFirst(Numbers.mostNames)
        let rest = Numbers.rounded(others.reduce(0) { $0 + $1.minutesPerWeek })
        return Chart(
            "Time freed by", "minutes a week that each took in its last \(freedWeeks) weeks on the list", bars,
            conclusion: others.isEmpty ? nil : "And \(others.count) more, \(rest) minutes together.")
    }
}

/// 0 of nothing.
func ratio(_ part: Int, _ whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }

/// `16 %`, and with a decimal below ten: `6.5 %`.
public func percent(_ share: Double) -> String {
    share < 0.1 ? "\(Numbers.rounded(share * 100)) %" : "\(Int((share * 100).rounded())) %"
}
