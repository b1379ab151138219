/// One of the user's own criteria, decided before any lead is assessed (method, section 4).
public struct Criterion: Hashable, Sendable {
    /// Short, unique: `need`.
    public var name: String
    /// What is asked about the lead.
    public var question: String
    /// How much it counts, 1 or more.
    public var weight: Double
    /// Two to five.
    public var answers: [Answer]

    /// An answer and what it is worth.
    public struct Answer: Hashable, Sendable {
        /// In a word or a few.
        public var name: String
        /// 0 to 1.
        public var worth: Double

        /// An answer worth 0 to 1.
        public init(_ name: String, _ worth: Double) {
            self.name = name
            self.worth = worth
        }
    }

    /// A criterion.
    public init(_ name: String, _ question: String, weight: Double, _ answers: [Answer]) {
        self.name = name
        self.question = question
        self.weight = weight
        self.answers = answers
    }

    /// Six for sales from business to business, to begin with.
    public static let shipped = [
        Criterion(
            "size", "How large is the opportunity?", weight: 3,
            [.init("small", 0), .init("medium", 0.5), .init("large", 1)]),
        Criterion(
            "fit", "How close are they to your ideal customer?", weight: 3,
            [.init("far", 0), .init("partly", 0.5), .init("close", 1)]),
        Criterion(
            "access", "How near are you to the one who decides?", weight: 2,
            [.init("none", 0), .init("through others", 0.5), .init("direct", 1)]),
        Criterion(
            "budget", "When can they spend?", weight: 2,
            [.init("no cycle known", 0), .init("next year", 0.4), .init("this year", 0.8), .init("now", 1)]),
        Criterion(
            "need", "How much does the problem hurt them?", weight: 3,
            [.init("not at all", 0), .init("somewhat", 0.5), .init("badly", 1)]),
        Criterion(
            "effort", "How much work is it to win them?", weight: 1,
            [.init("a great deal", 0), .init("as usual", 0.5), .init("little", 1)]),
    ]
}

extension [Criterion] {
    /// What an assessment was made by: the same for the same criteria, and very likely another for others. FNV-1a over
    /// names, weights and answers, in hex.
    public var digest: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        for criterion in self {
            add(criterion.name)
            add("\(criterion.weight)")
            for answer in criterion.answers { add("\(answer.name)=\(answer.worth)") }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The score of answers, 0 to 100: sum of weight × worth ÷ sum of weights, rounded down, so that 69.9 is not shown as
    /// a 70 that is not top tier. Nil unless every criterion is answered.
    public func score(_ answers: [String: String]) -> Int? {
        var (sum, weights) = (0.0, 0.0)
        for criterion in self {
            guard let name = answers[criterion.name], let answer = criterion.answers.first(where: { $0.name == name })
            else { return nil }
            sum += criterion.weight * answer.worth
            weights += criterion.weight
        }
        // 0.29 × 100 is a little less than 29.
        return weights > 0 ? Int(sum / weights * 100 + 1e-9) : nil
    }

    /// Those that answers leave open.
    public func unanswered(_ answers: [String: String]) -> [Criterion] {
        filter { criterion in !criterion.answers.contains { $0.name == answers[criterion.name] } }
    }
}
