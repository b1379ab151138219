internal import FoundationEssentials
internal import Pipeline

/// The card of a lead as lastcall writes it (vCard 4.0, RFC 6350), and reads it back to the letter.
///
/// What vCard has no property for stands in properties of our own, which other programs pass over.
enum OwnCard {
    private static let uidEnding = "@lastcall"
    private static let source = "X-LASTCALL-SOURCE"
    private static let worth = "X-LASTCALL-WORTH"
    private static let extra = "X-LASTCALL-EXTRA"
    private static let dead = "X-LASTCALL-DEAD"
    private static let types = ["mobile": "cell", "work": "work", "home": "home", "fax": "fax", "pager": "pager"]

    static func write(_ lead: Lead, to writer: inout ContentWriter) {
        let fields = lead.fields
        writer.add("BEGIN", raw: "VCARD")
        writer.add("VERSION", raw: "4.0")
        writer.add("UID", [("VALUE", "text")], text: "\(lead.id)\(uidEnding)")
        // A card must show something.
        writer.add("FN", text: fields.name.isEmpty ? lead.title : fields.name)
        if fields.name.isEmpty {
            writer.add("N", raw: ";;;;")
            if fields.company != nil { writer.add("KIND", raw: "org") }
        }
        if let text = fields.company { writer.add("ORG", text: text) }
        if let text = fields.title { writer.add("TITLE", text: text) }
        var group = 0
        for phone in fields.phones { write("TEL", phone.number, phone.label, phone.dead, &group, to: &writer) }
        for email in fields.emails { write("EMAIL", email.address, email.label, email.dead, &group, to: &writer) }
        let place = [fields.address, fields.city, fields.region, nil, fields.country]
        if place.contains(where: { $0 != nil }) { writer.add("ADR", parts: ["", ""] + place.map { $0 ?? "" }) }
        if let text = fields.zone { writer.add("TZ", text: text) }
        if let text = fields.site { writer.add("URL", text: text) }
        if !fields.tags.isEmpty { writer.add("CATEGORIES", parts: fields.tags, separator: ",") }
        if let text = fields.note { writer.add("NOTE", text: text) }
        if let text = fields.source { writer.add(source, text: text) }
        if let amount = fields.worth { writer.add(worth, text: amount.description) }
        if !fields.extra.isEmpty { writer.add(extra, text: JSON.object(fields.extra).text) }
        writer.add("END", raw: "VCARD")
    }

    private static func write(
        _ name: String, _ value: String, _ label: String?, _ isDead: Bool, _ group: inout Int,
        to writer: inout ContentWriter
    ) {
        var parameters: [(name: String, value: String)] = []
        if isDead { parameters.append((dead, "yes")) }
        guard let label else { return writer.add(name, parameters, text: value) }
        if let type = types[label] { return writer.add(name, [("TYPE", type)] + parameters, text: value) }
        group += 1
        writer.add("item\(group).\(name)", parameters, text: value)
        writer.add("item\(group).X-ABLabel", text: label)
    }

    /// The row of a card of ours; nil for another's.
    static func row(_ line: Int, _ properties: [CardProperty], _ text: CardText) -> ImportRow? {
        guard let uid = properties.first(where: { $0.name == "UID" }).map({ text.text($0) }),
            uid.hasSuffix(uidEnding), let lead = LeadID(String(uid.dropLast(uidEnding.count)))
        else { return nil }
        var labels: [String: String] = [:]
        for property in properties where property.name == "X-ABLABEL" {
            if let group = property.group { labels[group] = text.text(property) }
        }
        var fields = LeadFields()
        for property in properties {
            let label =
                property.group.flatMap { labels[$0] }
                ?? types.first { property.types.contains($0.value) }?.key
            let isDead = property.parameters[dead] != nil
            switch property.name {
            case "FN": fields.name = text.text(property)
            case "ORG": fields.company = text.text(property)
            case "TITLE": fields.title = text.text(property)
            case "TEL": fields.phones.append(.init(text.text(property), label: label, dead: isDead))
            case "EMAIL": fields.emails.append(.init(text.text(property), label: label, dead: isDead))
            case "ADR":
                let parts = text.parts(property).map { $0.isEmpty ? nil : $0 }
                guard parts.count == 7 else { break }
                (fields.address, fields.city, fields.region, fields.country) = (parts[2], parts[3], parts[4], parts[6])
            case "TZ": fields.zone = text.text(property)
            case "URL": fields.site = text.text(property)
            case "CATEGORIES": fields.tags = text.list(property)
            case "NOTE": fields.note = text.text(property)
            case source: fields.source = text.text(property)
            case worth: fields.worth = Decimal(string: text.text(property))
            case extra: fields.extra = text.members(property)
            default: break
            }
        }
        if properties.contains(where: { $0.name == "N" }) { fields.name = "" }
        return ImportRow(line: line, fields: fields, lead: lead)
    }
}
