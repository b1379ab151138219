/// How many dials it takes to speak with those who were ever spoken with by phone (method, section 8).
public struct DialCurve: Hashable, Sendable {
    // By the number of the dial, from 1, at its index less 1: leads whose first conversation it was, and leads that got
    // that dial without having been spoken with before.
    private var reached: [Int] = []
    private var tried: [Int] = []

    /// A point of the curve.
    public struct Point: Hashable, Sendable {
        /// The number of the dial to a lead, from 1.
        public let dial: Int
        /// Of the leads ever spoken with, those spoken with by this dial, 0 to 1: never less than at the dial before.
        public let share: Double
        /// Of the leads that got this dial, none of whom was spoken with before, those who were spoken with then.
        public let yield: Experience.Share
    }

    /// The share of those ever spoken with by which another dial stops paying.
    private static let enough = 0.9

    /// Leads that were ever spoken with.
    public var leads: Int { reached.reduce(0, +) }

    /// The points, from the first dial to the one by which all who were ever spoken with had been.
    public var points: [Point] {
        let leads = Double(leads)
        var sum = 0
        return reached.indices.map { index in
            sum += reached[index]
            return Point(
                dial: index + 1, share: Double(sum) / leads,
                yield: .init(part: reached[index], whole: tried[index]))
        }
    }

    /// The dial after which another stops paying: by it nine in ten of those ever spoken with had been. Nil when nobody
    /// was.
    public var lastThatPays: Int? { points.first { $0.share >= DialCurve.enough }?.dial }

    /// The dials to one lead, up to the first conversation.
    struct Dials {
        fileprivate var number = 0
        fileprivate var isReached = false

        mutating func count(_ isConversation: Bool) {
            if isReached { return }
            number += 1
            isReached = isConversation
        }
    }

    /// Counts one lead. Linear in the number of its dials.
    mutating func count(_ dials: Dials) {
        if dials.number > tried.count { tried += Array(repeating: 0, count: dials.number - tried.count) }
        for index in 0..<dials.number { tried[index] += 1 }
        guard dials.isReached else { return }
        if dials.number > reached.count { reached += Array(repeating: 0, count: dials.number - reached.count) }
        reached[dials.number - 1] += 1
    }
}
