/// A card as values with the fields that they go to.
struct Card {
    /// One value of a card.
    struct Value {
        /// What its property is called, as the column of a list would be.
        let header: String
        let target: ColumnTarget
        let text: String
        /// Of a phone or an e-mail.
        var label: String?
        /// The smaller the sooner, among the values of one target.
        var rank = 0
    }

    private(set) var values: [Value] = []
    private(set) var uid: String?
    /// True for a card that stands for several people.
    private(set) var isGroup = false
    private var formatted = ""
    private var family = ""
    private var given = ""
    private var nickname = ""
    private var company = ""
    private var isCompany = false
    private var labels: [String: String] = [:]
    private var addresses: [(rank: Int, parts: [String], label: String?)] = []
    private var written: [String] = []

    init(_ properties: [CardProperty], _ text: CardText) {
        for property in properties where property.name == "X-ABLABEL" {
            guard let group = property.group else { continue }
            labels[group] = Card.appleLabel(text.text(property))
        }
        for property in properties { take(property, text) }
        finishAddress()
        finishName()
    }

    /// Puts the values of each target in the order in which they are to be tried.
    mutating func sort() {
        values = values.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }

    private mutating func add(_ header: String, _ target: ColumnTarget, _ text: String, rank: Int = 0) {
        values.append(Value(header: header, target: target, text: text, rank: rank))
    }

    private mutating func take(_ property: CardProperty, _ text: CardText) {
        switch property.name {
        case "FN": if formatted.isEmpty { formatted = text.text(property).trimmed }
        case "N": takeName(text.parts(property).map(\.trimmed))
        case "NICKNAME":
            nickname = text.text(property).trimmed
            add("NICKNAME", .extra, nickname)
        case "ORG": takeOrganization(text.parts(property).map(\.trimmed))
        case "TITLE": add("TITLE", .text(.title), text.text(property), rank: property.preference)
        case "ROLE": add("ROLE", .text(.title), text.text(property), rank: 200)
        case "TEL", "X-MS-TEL": takePhone(property, text.text(property))
        case "EMAIL": takeEmail(property, text.text(property))
        case "ADR": addresses.append((Card.rank(property), text.parts(property).map(\.trimmed), label(of: property)))
        case "LABEL": written.append(text.text(property))
        case "URL": add("URL", .text(.site), text.text(property), rank: property.preference)
        case "NOTE": takeNote(text.text(property).trimmed)
        case "CATEGORIES": for tag in text.list(property) { add("CATEGORIES", .tags, tag) }
        case "TZ": add("TZ", .text(.zone), text.text(property))
        case "UID": uid = text.text(property).trimmed
        case "KIND", "X-ADDRESSBOOKSERVER-KIND":
            let kind = text.text(property).trimmed.lowercased()
            isGroup = kind == "group"
            isCompany = isCompany || kind == "org"
        case "X-ABSHOWAS": isCompany = isCompany || text.text(property).trimmed.lowercased() == "company"
        case _ where Card.skipped.contains(property.name) || property.isBase64: break
        default:
            let label = label(of: property).map { " (\($0))" } ?? ""
            add(property.name + label, .extra, text.text(property))
        }
    }

    /// What is no news of the person: pictures, and what programs tell themselves.
    private static let skipped: Set = [
        "VERSION", "PRODID", "REV", "MAILER", "CLASS", "PROFILE", "SORT-STRING", "SOURCE", "NAME", "PHOTO", "LOGO",
        "SOUND", "KEY", "AGENT", "MEMBER", "CLIENTPIDMAP", "X-ABLABEL", "X-ABADR", "X-ABUID", "X-IMAGETYPE",
        "X-IMAGEHASH", "X-SHARED-PHOTO-DISPLAY-PREF", "X-MS-OL-DESIGN", "X-MS-OL-DEFAULT-POSTAL-ADDRESS",
        "X-ADDRESSBOOKSERVER-MEMBER", "X-COUCHDB-APPLICATION-ANNOTATIONS", "X-EVOLUTION-FILE-AS",
    ]

    private mutating func takeName(_ parts: [String]) {
        func part(_ index: Int) -> String {
            // Several names in one part stand between commas.
            index < parts.count ? parts[index].split(separator: ",").map(\.trimmed).joined(separator: " ") : ""
        }
        family = part(0)
        given = [part(1), part(2)].filter { !$0.isEmpty }.joined(separator: " ")
        add("N prefix", .extra, part(3))
        add("N suffix", .extra, part(4))
    }

    private mutating func takeOrganization(_ parts: [String]) {
        let parts = parts.filter { !$0.isEmpty }
        guard let first = parts.first else { return }
        if company.isEmpty { company = first }
        add("ORG", .text(.company), first)
        if parts.count > 1 { add("ORG unit", .extra, parts.dropFirst().joined(separator: ", ")) }
    }

    /// `tel:+1-418-656-9254;ext=102` is `+1-418-656-9254 ext. 102`.
    private mutating func takePhone(_ property: CardProperty, _ value: String) {
        var number = value.trimmed
        if number.lowercased().hasPrefix("tel:") {
            let parts = number.dropFirst(4).split(separator: ";")
            number = parts.first.map(String.init) ?? ""
            let ending = parts.first { $0.lowercased().hasPrefix("ext=") }
            if let ending { number += " ext. \(ending.dropFirst(4))" }
        }
        let label = label(of: property)
        let isAside = label.map { word in ["fax", "pager", "assistant"].contains { word.contains($0) } } ?? false
        values.append(
            Value(
                header: "TEL", target: .phone(label: nil), text: number, label: label,
                rank: property.preference + (isAside ? 1000 : 0)))
    }

    /// `mailto:a@b.example` and `Ada <a@b.example>` are `a@b.example`.
    private mutating func takeEmail(_ property: CardProperty, _ value: String) {
        var address = value.trimmed
        if address.lowercased().hasPrefix("mailto:") { address = String(address.dropFirst(7)) }
        if let open = address.firstIndex(of: "<"), address.hasSuffix(">") {
            address = address[open...].dropFirst().dropLast().trimmed
        }
        values.append(
            Value(
                header: "EMAIL", target: .email(label: nil), text: address, label: label(of: property),
                rank: property.preference))
    }

    private mutating func takeNote(_ text: String) {
        guard let place = values.firstIndex(where: { $0.header == "NOTE" }) else {
            return add("NOTE", .text(.note), text)
        }
        if values[place].text != text {
            values[place] = Value(header: "NOTE", target: .text(.note), text: "\(values[place].text)\n\(text)")
        }
    }

    /// The preferred address first, then that of work.
    private static func rank(_ property: CardProperty) -> Int {
        property.preference * 2 + (property.types.contains("work") ? 0 : 1)
    }

    private mutating func finishAddress() {
        let sorted = addresses.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element).filter { $0.parts.contains { !$0.isEmpty } }
        if let best = sorted.first {
            func part(_ index: Int) -> String { index < best.parts.count ? best.parts[index] : "" }
            let street = [part(2), part(1), part(0)].filter { !$0.isEmpty }.joined(separator: ", ")
            add("ADR street", .text(.address), street)
            add("ADR code", .text(.postcode), part(5))
            add("ADR city", .text(.city), part(3))
            add("ADR region", .text(.region), part(4))
            add("ADR country", .text(.country), part(6))
        } else if let text = written.first {
            add("LABEL", .text(.address), text)
        }
        for other in sorted.dropFirst() {
            let header = other.label.map { "ADR (\($0))" } ?? "ADR"
            add(header, .extra, other.parts.filter { !$0.isEmpty }.joined(separator: ", "))
        }
    }

    /// The name as the card shows it, else put together from its parts. A card that shows its company, its address or
    /// its number has no name.
    private mutating func finishName() {
        let parts = [given, family].filter { !$0.isEmpty }.joined(separator: " ")
        if isGroup { return add("FN", .extra, formatted.isEmpty ? parts : formatted) }
        if company.isEmpty, isCompany, !formatted.isEmpty {
            company = formatted
            add("FN", .text(.company), formatted)
        }
        let isShown = values.contains { value in
            switch value.target {
            case .phone, .email: value.text == formatted
            default: false
            }
        }
        if parts.isEmpty, !formatted.isEmpty, isShown || formatted == company { return }
        let name = formatted.isEmpty ? (parts.isEmpty ? (company.isEmpty ? nickname : "") : parts) : formatted
        add("FN", .name, name)
        // Some show a nickname: the name itself is not lost for that.
        if !parts.isEmpty, !LeadBuilder.words(of: parts).isSubset(of: LeadBuilder.words(of: name)) {
            add("N", .extra, parts)
        }
    }

    /// What kind a number or an address is, in one or two words.
    private func label(of property: CardProperty) -> String? {
        if let group = property.group, let label = labels[group], !label.isEmpty { return label }
        let types = property.types.filter { !Card.noise.contains($0) }.map { Card.words[$0] ?? $0 }
        // A number for both speech and fax is dialled.
        let isVoice = property.types.contains { ["voice", "cell"].contains($0) }
        let words = types.filter { !(isVoice && $0 == "fax") }.map { $0.hasPrefix("x-") ? String($0.dropFirst(2)) : $0 }
        var unique: [String] = []
        for word in words where !unique.contains(word) { unique.append(word) }
        if unique.count > 1, unique.contains("mobile") { return "mobile" }
        return unique.isEmpty ? nil : unique.joined(separator: " ")
    }

    private static let words = [
        "cell": "mobile", "iphone": "mobile", "bbs": "modem", "postal": "post", "dom": "home", "business": "work",
    ]
    private static let noise: Set = [
        "voice", "internet", "msg", "text", "video", "x400", "email", "parcel", "pcs", "textphone",
    ]

    /// `_$!<Mobile>!$_` is what Apple writes for a label that it translates.
    private static func appleLabel(_ text: String) -> String {
        var label = text.trimmed[...]
        if label.hasPrefix("_$!<"), label.hasSuffix(">!$_") { label = label.dropFirst(4).dropLast(4) }
        let word = label.lowercased()
        return word == "assistantphone" ? "assistant" : words[word] ?? word
    }
}
