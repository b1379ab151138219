/// What leads are found by, as typed after `/`, given to `list` and `export`, and kept in views: terms that must all
/// hold, or several groups of them with `or` between.
///
/// A term is a word, a phrase in quotes, or a condition such as `is:prospect` or `attempts>=20`; one with a dash before
/// it must not hold. What there is to say stands in docs/filter.md.
public struct Filter: Sendable {
    /// What was typed.
    public let text: String
    // Any of the groups must hold; none at all is no filter.
    private let groups: [[FilterTerm]]

    /// A filter that every lead passes.
    public init() {
        text = ""
        groups = []
    }

    /// Reads a filter.
    ///
    /// - Parameter now: what days such as `today` and `30d` are seen from; on another day the filter is read again.
    /// - Throws: what is wrong with the first term that is, and what could be meant.
    public init(_ text: String, _ now: Now) throws(FilterMistake) {
        self.text = text
        var reader = FilterReader(text, now)
        groups = try reader.groups()
    }

    /// True when every lead passes.
    public var isEmpty: Bool { groups.isEmpty }

    /// True when a lead that passes this filter must pass `other` as well: the search may go on among its results.
    public func narrows(_ other: Filter) -> Bool {
        if other.isEmpty { return true }
        return !isEmpty
            && groups.allSatisfy { group in
                other.groups.contains { loose in loose.allSatisfy { term in group.contains { $0.implies(term) } } }
            }
    }

    /// True when a lead passes. Linear in its text when the filter has words.
    public func matches(_ lead: Lead, _ now: Now, _ rules: Rules) -> Bool {
        if isEmpty { return true }
        let scope = FilterScope(now, rules)
        let text = groups.joined().contains { $0.isWord } ? lead.searchText : []
        return withUnsafePointer(to: lead) { lead in
            text.withUnsafeBufferPointer { text in holds(lead, 0, scope) { $0.isIn(text) } }
        }
    }

    /// Which leads pass, by their places in the pipeline. Linear in the number of leads and in their texts.
    ///
    /// - Parameters:
    ///   - texts: those of all leads; needed for words only.
    ///   - triage: the morning list of that time.
    ///   - before: which leads to look at; nil for all.
    public func matching(
        _ pipeline: Pipeline, _ texts: SearchTexts, _ triage: Triage, among before: [Bool]? = nil
    ) -> [Bool] {
        let scope = FilterScope(triage.now, pipeline.rules, triage)
        return pipeline.leads.withUnsafeBufferPointer { leads in
            guard let first = leads.baseAddress else { return [] }
            return texts.withTest { test in
                leads.indices.map { place in
                    if let before, !before[place] { return false }
                    return holds(first + place, place, scope) { test($0, place) }
                }
            }
        }
    }

    /// True when the lead in a place passes.
    public func matches(_ place: Int, in pipeline: Pipeline, _ texts: SearchTexts, _ triage: Triage) -> Bool {
        let scope = FilterScope(triage.now, pipeline.rules, triage)
        return withUnsafePointer(to: pipeline.leads[place]) { lead in
            texts.withTest { test in holds(lead, place, scope) { test($0, place) } }
        }
    }

    private func holds(_ lead: LeadPointer, _ place: Int, _ scope: FilterScope, _ hasWord: (Word) -> Bool) -> Bool {
        groups.contains { $0.allSatisfy { $0.holds(lead, place, scope, hasWord) } }
    }
}

/// What is wrong with a filter, in a short sentence that names the term and says what could be meant.
public struct FilterMistake: Error, Hashable, CustomStringConvertible {
    /// The sentence, without a period.
    public let description: String

    init(_ description: String) { self.description = description }
}

/// What conditions are judged by beside the lead itself.
struct FilterScope {
    let now: Now
    let rules: Rules
    private let triage: Triage?

    init(_ now: Now, _ rules: Rules, _ triage: Triage? = nil) {
        (self.now, self.rules, self.triage) = (now, rules, triage)
    }

    /// Where a lead stands on the morning list. Constant time where that list is known already.
    func section(of lead: LeadPointer, _ place: Int) -> Section? {
        if let triage { return triage.section(ofPlace: place) }
        return lead.pointee.verdict(now, rules)?.section
    }
}

/// A part of a filter that holds for a lead or does not.
struct FilterTerm: Sendable {
    let isNegated: Bool
    /// The term in one spelling: two that have the same say the same.
    let source: String
    let test: Test

    enum Test: Sendable {
        /// In all that plain words find.
        case word(Word)
        /// In one field: any of the words, or all of it and nothing else.
        case field(FilterKey, [Word], isWhole: Bool)
        /// Anything else that is so or not; also given the lead's place.
        case fact(@Sendable (LeadPointer, Int, FilterScope) -> Bool)
    }

    var isWord: Bool { if case .word = test { true } else { false } }

    /// - Parameter hasWord: whether a word is in the lead's text.
    func holds(
        _ lead: LeadPointer, _ place: Int, _ scope: FilterScope, _ hasWord: (Word) -> Bool
    ) -> Bool {
        let holds =
            switch test {
            case .word(let word): hasWord(word)
            case .field(let key, let words, let isWhole):
                if case .text(let has) = key.kind {
                    has(lead) { text in words.contains { $0.isIn(text, isWhole: isWhole) } }
                } else {
                    false
                }
            case .fact(let isSo): isSo(lead, place, scope)
            }
        return holds != isNegated
    }

    /// True when `other` holds wherever this term does.
    func implies(_ other: FilterTerm) -> Bool {
        if isNegated == other.isNegated, source == other.source { return true }
        if isNegated || other.isNegated { return false }
        switch (test, other.test) {
        case (.word(let mine), .word(let theirs)): return mine.implies(theirs)
        case (.field(let key, let mine, _), .field(let otherKey, let theirs, isWhole: false)):
            return key.name == otherKey.name && mine.allSatisfy { word in theirs.contains { word.implies($0) } }
        default: return false
        }
    }
}
