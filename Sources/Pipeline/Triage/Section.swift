/// Where a lead stands in the morning list, in the order in which they are shown (method, section 7).
public enum Section: UInt8, CaseIterable, Comparable, Sendable {
    case answer, goodbye, promised, decide, prospects, worthMore, callBack, reassess, new, tryAgain

    /// The name in the JSON shapes: `call back`.
    public var name: String {
        switch self {
        case .answer: "answer"
        case .goodbye: "goodbye"
        case .promised: "promised"
        case .decide: "decide"
        case .prospects: "prospects"
        case .worthMore: "worth more"
        case .callBack: "call back"
        case .reassess: "reassess"
        case .new: "new"
        case .tryAgain: "try again"
        }
    }

    /// In the order of the method.
    public static func < (a: Section, b: Section) -> Bool {
        a.rawValue < b.rawValue
    }
}
