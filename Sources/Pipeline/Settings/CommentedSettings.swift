extension Settings {
    /// The settings as a file to edit: JSON5 with a comment on every key.
    public var commented: String {
        var lines = [
            "// lastcall's settings, JSON5: comments and trailing commas are welcome.",
            "// What is left out keeps its default. Check it with: lastcall settings --check", "{", "  me: {",
        ]
        for (key, path, meaning) in Me.keys {
            lines.append("    \(key): \(Settings.quoted(me[keyPath: path])), // \(meaning)")
        }
        lines += [
            "  },", "  goal: \(dialGoal), // dials to make in a day",
            "  myHourIsWorth: \(myHourIsWorth), // less earned for an hour of work on a lead is little payoff",
            "  leadsAreScarce: \(leadsAreScarce), // true: parking is offered before letting go",
            "  opener: \(Settings.quoted(opener)), // opens phone numbers, mail and web sites; empty: the desktop's own program",
            "", "  // The numbers of the method.", "  numbers: {",
        ]
        for number in NumberKey.all {
            lines.append("    \(number.key): \(numbers[keyPath: number.path]), // \(number.meaning)")
        }
        lines += ["  },", "", "  // Minutes that an attempt takes when you do not say how many.", "  minutes: {"]
        for channel in Channel.allCases {
            lines.append("    \(Settings.quoted(channel.rawValue)): \(minutes[channel] ?? channel.usualMinutes),")
        }
        lines += [
            "  },", "", "  // Your criteria, decided before any lead is assessed: please make them your own.",
            "  // Each has two to five answers, worth 0 to 1.", "  criteria: [",
        ]
        for criterion in criteria {
            let answers = criterion.answers.map { "[\(Settings.quoted($0.name)), \($0.worth)]" }.joined(separator: ", ")
            lines += [
                "    {", "      name: \(Settings.quoted(criterion.name)), weight: \(criterion.weight),",
                "      question: \(Settings.quoted(criterion.question)),", "      answers: [\(answers)],", "    },",
            ]
        }
        let placeholders = Script.Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: " ")
        lines += ["  ],", "", "  // What you say and write. Placeholders: \(placeholders)", "  scripts: {"]
        for occasion in Script.Occasion.allCases {
            lines.append(
                "    \(Settings.quoted(occasion.rawValue)): \(Settings.quoted(script(occasion).text)),")
        }
        return (lines + ["  },", "}"]).joined(separator: "\n") + "\n"
    }

    /// A string of JSON5; a long one goes on in the next line.
    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        JSON.write(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
