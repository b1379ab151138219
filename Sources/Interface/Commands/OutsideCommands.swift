import Canvas
import Pipeline

extension Command {
    /// What leaves the terminal: to the clipboard, and to the desktop's own programs.
    static let outside: [Command] = copying + opening

    private static let copying: [Command] = [
        .prefix(
            "copy", "copy", "hand a number, an address or a script to the clipboard", keys: ["y"], group: .lead,
            hint: 14, unavailable: needsOneLead),
        Command(
            "copy-phone", "copy phone", "copy the phone number", keys: ["y p"], group: .lead,
            unavailable: needs { $0.contactRefusal ?? ($0.numbers.isEmpty ? "has no number that works" : nil) }
        ) { session in session.pick("Copy which number?", session.selected?.numbers ?? []) { $0.copy($1) } },
        Command(
            "copy-email", "copy e-mail", "copy the e-mail address", keys: ["y e"], group: .lead,
            unavailable: needs {
                $0.contactRefusal ?? ($0.addresses.isEmpty ? "has no e-mail address that works" : nil)
            }
        ) { session in session.pick("Copy which address?", session.selected?.addresses ?? []) { $0.copy($1) } },
        Command(
            "copy-address", "copy address", "copy where they are, as for an envelope", keys: ["y a"], group: .lead,
            unavailable: needs { $0.contactRefusal ?? ($0.envelope == nil ? "has no address" : nil) }
        ) { $0.copy($0.selected?.envelope ?? "") },
        Command(
            "copy-script", "copy script", "copy what to say or write now, filled in", keys: ["y s"], group: .lead,
            unavailable: needsOneLead
        ) { $0.copyScript() },
        Command(
            "copy-line", "copy as a line", "copy who it is and how to reach them, in a line", keys: ["y l"],
            group: .lead, unavailable: needsOneLead
        ) { $0.copy($0.selected?.line ?? "") },
    ]

    private static let opening: [Command] = [
        .prefix(
            "open", "open", "call, write or look at the site with the desktop's own programs", keys: ["o"],
            group: .lead, hint: 13, unavailable: needsOneLead),
        Command(
            "open-phone", "call", "dial with the desktop's telephone", keys: ["o p"], group: .lead,
            unavailable: needs {
                $0.contactRefusal ?? ($0.dialled.isEmpty ? "has no number that can be dialled" : nil)
            }
        ) { session in
            session.pick("Call which number?", session.selected?.dialled ?? []) { session, number in
                Link.phone(number).map { [.open($0, said: "Calling \(number.inALine) outside.")] } ?? []
            }
        },
        Command(
            "open-mail", "write mail", "write with the desktop's mail program, the script filled in", keys: ["o m"],
            group: .lead,
            unavailable: needs {
                $0.contactRefusal ?? ($0.written.isEmpty ? "has no e-mail address that works" : nil)
            }
        ) { session in
            session.pick("Write to which address?", session.selected?.written ?? []) { $0.write(to: $1) }
        },
        Command(
            "open-site", "web site", "look at the web site in the desktop's browser", keys: ["o s"], group: .lead,
            unavailable: needs { $0.fields.site.flatMap(Link.site) == nil ? "has no web site that can be opened" : nil }
        ) { session in
            guard let site = session.selected?.fields.site, let link = Link.site(site) else { return [] }
            return [.open(link, said: "Opening \(site.inALine) outside.")]
        },
    ]

    /// Needs a lead of which nothing is missing.
    ///
    /// - Parameter missing: what is, in words that follow the name; nil when nothing is.
    private static func needs(_ missing: @escaping @Sendable (Lead) -> String?) -> @Sendable (Session) -> String? {
        { session in
            if let reason = needsOneLead(session) { return reason }
            return session.selected.flatMap { lead in missing(lead).map { "\(lead.title) \($0)." } }
        }
    }
}

extension Session {
    /// Acts on the only one of several texts, or asks which, a digit each.
    fileprivate mutating func pick(
        _ title: String, _ texts: [String], _ act: @escaping @Sendable (inout Session, String) -> [Effect]
    ) -> [Effect] {
        if texts.count == 1 { return act(&self, texts[0]) }
        ask(
            Choice(
                title: title,
                options: zip("123456789", texts).map { key, text in
                    Choice.Option(.character(key), text) { act(&$0, text) }
                }))
        return []
    }

    /// Hands one line to the clipboard.
    fileprivate func copy(_ text: String) -> [Effect] {
        let line = text.inALine
        return [.copy(line, said: "Copied: \(line)")]
    }

    fileprivate mutating func copyScript() -> [Effect] {
        guard let lead = selected else { return [] }
        if let occasion = lead.fittingScript(now) { return copy(occasion, for: lead) }
        ask(
            Choice(
                title: "Copy which script?",
                options: zip("vemqdn", Script.Occasion.allCases).map { key, occasion in
                    Choice.Option(.character(key), occasion.rawValue) { $0.copy(occasion, for: lead) }
                }))
        return []
    }

    /// Hands a script to the clipboard, filled in.
    func copy(_ occasion: Script.Occasion, for lead: Lead) -> [Effect] {
        let settings = pipeline.rules.settings
        let day = lead.next.map { Wording.due($0.due, now) }
        let text = settings.script(occasion).filled(for: lead, me: settings.me, day: day)
        let wanted = introductionWanted(by: text).map { " · \($0)" } ?? ""
        return copy(lines: text, said: "Copied: the script “\(occasion.rawValue)”\(wanted)")
    }

    /// Hands a text of several lines to the clipboard.
    func copy(lines text: String, said: String) -> [Effect] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).inALine }
        return [.copy(lines.joined(separator: "\n"), said: said)]
    }

    fileprivate func write(to address: String) -> [Effect] {
        guard let letter = selected?.letter(now, pipeline.rules.settings),
            let link = Link.mail(address, subject: letter.subject, body: letter.body)
        else { return [] }
        let wanted = introductionWanted(by: letter.body).map { " \($0)." } ?? ""
        return [.open(link, said: "Writing to \(address.inALine) outside.\(wanted)")]
    }
}

extension Lead {
    fileprivate var numbers: [String] { fields.phones.filter { !$0.dead }.map(\.number) }
    fileprivate var addresses: [String] { fields.emails.filter { !$0.dead }.map(\.address) }

    fileprivate var dialled: [String] {
        fields.phones.filter { !$0.dead && $0.isVoice && Link.phone($0.number) != nil }.map(\.number)
    }

    fileprivate var written: [String] { addresses.filter { Link.mail($0) != nil } }

    fileprivate var contactRefusal: String? { doNotContact.map { _ in "asked not to be contacted" } }

    fileprivate var envelope: String? {
        let place = [fields.address, fields.city, fields.region, fields.country].compactMap(\.self)
        return place.isEmpty ? nil : ([fields.name, fields.company].compactMap(\.self) + place).listed
    }

    /// Who it is; how to reach them as well, unless they asked not to be contacted.
    fileprivate var line: String {
        ([fields.name, fields.title, fields.company].compactMap(\.self)
            + (contactRefusal == nil ? numbers + addresses : []) + [fields.city].compactMap(\.self)).listed
    }
}

extension [String] {
    /// What is not blank, with commas between.
    fileprivate var listed: String { map(\.trimmed).filter { !$0.isEmpty }.joined(separator: ", ") }
}

extension String {
    /// In one line, with a blank for every control character: whatever takes it may be a terminal.
    var inALine: String {
        var line = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: line.append(" ")
            default: line.append(scalar)
            }
        }
        return String(line)
    }
}
