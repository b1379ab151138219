import Canvas
import Pipeline

/// Words that somebody types to find commands: each has to fit the title or the help of one, in any order.
struct CommandSearch {
    private let words: [[Unicode.Scalar]]
    private let whole: String

    init(_ text: String) {
        whole = text.trimmed
        words = text.lowercased().split(whereSeparator: \.isWhitespace).map { (word: Substring) in
            // “e-mail” and “email” are the same; of signs alone nothing would be left.
            let scalars = Array(word.unicodeScalars)
            let letters = scalars.filter(\.isWordPart)
            return letters.isEmpty ? scalars : letters
        }
    }

    /// A command that fits.
    struct Match: Sendable {
        let command: Command
        /// The better it fits, the higher.
        let score: Int
        /// Which characters of the title the words have, from 0.
        let letters: Set<Int>
    }

    /// The commands that fit, in the order of the table.
    func matches(in commands: [Command], _ keymap: Keymap) -> [Match] {
        commands.compactMap { match($0, keymap) }
    }

    private func match(_ command: Command, _ keymap: Keymap) -> Match? {
        // Who types a key wants to know what it does.
        let isKey = keymap.keys(of: command.id).contains { Keymap.name(of: $0) == whole }
        let title = Text(command.title)
        let help = Text(command.help)
        var score = isKey ? 10_000 : 0
        var letters: Set<Int> = []
        for word in words {
            let inTitle = title.fit(word, isLoose: true)
            let inHelp = help.fit(word, isLoose: false)
            guard isKey || inTitle != nil || inHelp != nil else { return nil }
            // The title counts for more: it is what people know a command by.
            score += max(inTitle.map { 2 * $0.score + 10 } ?? 0, inHelp?.score ?? 0)
            letters.formUnion(inTitle?.places ?? [])
        }
        return Match(command: command, score: score, letters: letters)
    }

    /// Text that is searched, and where its words begin.
    private struct Text {
        let scalars: [Unicode.Scalar]
        let starts: [Bool]

        init(_ text: String) {
            scalars = Array(text.lowercased().unicodeScalars)
            starts = scalars.indices.map { [scalars] in
                scalars[$0].isWordPart && ($0 == 0 || !scalars[$0 - 1].isWordPart)
            }
        }

        /// How well the letters of a word fit when they are found one after the other, and where: those that follow
        /// each other and those at the beginning of a word count more. In a strict fit, as suits a sentence, in which
        /// almost any letters are found, each letter does one or the other. O(letters · text).
        func fit(_ word: [Unicode.Scalar], isLoose: Bool) -> (score: Int, places: [Int])? {
            var scores: [[Int?]] = []
            var origins: [[Int]] = []
            for (index, letter) in word.enumerated() {
                var row = [Int?](repeating: nil, count: scalars.count)
                var origin = [Int](repeating: -1, count: scalars.count)
                // The best place so far for the letter before, not right before this one.
                var best: (score: Int, place: Int)?
                for place in scalars.indices {
                    if index > 0, place > 1, let score = scores[index - 1][place - 2], score > best?.score ?? .min {
                        best = (score, place - 2)
                    }
                    guard scalars[place] == letter else { continue }
                    let own = 1 + (starts[place] ? place == 0 ? 10 : 8 : 0)
                    let mayJump = isLoose || starts[place]
                    if index == 0 {
                        if mayJump { row[place] = own }
                        continue
                    }
                    if mayJump, let best { (row[place], origin[place]) = (own + best.score, best.place) }
                    if place > 0, let before = scores[index - 1][place - 1], before + own + 6 > row[place] ?? .min {
                        (row[place], origin[place]) = (before + own + 6, place - 1)
                    }
                }
                scores.append(row)
                origins.append(origin)
            }
            let last = scores.last ?? []
            guard var place = last.indices.max(by: { last[$0] ?? .min < last[$1] ?? .min }), let score = last[place]
            else { return nil }
            var places = [place]
            for index in word.indices.dropFirst().reversed() {
                place = origins[index][place]
                places.append(place)
            }
            return (score, places)
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isWordPart: Bool { properties.isAlphabetic || properties.numericType != nil }
}
