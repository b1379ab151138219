import FoundationEssentials
import Pipeline

/// A lead that was invented by hand, and what happened with it.
struct Story {
    /// How many days ago it came on file.
    let onFile: Int
    let name: String
    let title: String
    let company: String
    /// Nil when nobody knows where the lead is.
    let city: City?
    let source: String
    let worth: Decimal?
    let tags: [String]
    let ways: [Way]
    let note: String?
    let scenes: [Scene]

    /// What there is to reach a lead by.
    enum Way {
        case phone, mobile, email, linkedIn
        /// An e-mail address whose first part does not follow from the name.
        case mailbox(String)
        case address(String)
    }

    init(
        _ onFile: Int, _ name: String, _ title: String, _ company: String, _ city: City?, from source: String,
        worth: Decimal? = nil,
        tags: [String] = [], by ways: [Way] = [.phone, .email], note: String? = nil, _ scenes: [Scene]
    ) {
        self.onFile = onFile
        self.name = name
        self.title = title
        self.company = company
        self.city = city
        self.source = source
        self.worth = worth
        self.tags = tags
        self.ways = ways
        self.note = note
        self.scenes = scenes
    }

    /// Plays the story from the day on which the lead came on file.
    func play(on stage: inout Stage) {
        stage.add(.add(fields(&stage)), daysAgo: onFile)
        for scene in scenes { scene.play(&stage) }
    }

    /// What is known of the lead, with numbers and addresses that are nobody's.
    private func fields(_ stage: inout Stage) -> LeadFields {
        var fields = LeadFields(name: name)
        fields.company = company
        fields.title = title
        fields.city = city?.name
        fields.zone = city?.zone
        fields.source = source
        fields.worth = worth
        fields.tags = tags
        fields.note = note
        let dial = city ?? .chicago
        for way in ways {
            switch way {
            case .phone: fields.phones.append(.init(dial.dial + stage.digits(dial.digits), label: "work"))
            case .mobile: fields.phones.append(.init(dial.dial + stage.digits(dial.digits), label: "mobile"))
            case .email: fields.emails.append(.init(name.asMailbox + "@" + company.asDomain, label: "work"))
            case .mailbox(let name): fields.emails.append(.init(name + "@" + company.asDomain, label: "work"))
            case .linkedIn: fields.site = "https://www.linkedin.com/in/" + name.asMailbox.replacing(".", with: "-")
            case .address(let address): fields.address = address
            }
        }
        return fields
    }
}

extension String {
    /// `zoe.lindqvist` of `Zoë Lindqvist`: mail servers are shy of accents.
    var asMailbox: String {
        split(separator: " ").map { String($0).plain }.joined(separator: ".")
    }

    /// `northgate-packaging.example` of `Northgate Packaging`; that ending is nobody's.
    var asDomain: String {
        split(separator: " ").map { String($0).plain }.joined(separator: "-") + ".example"
    }

    private var plain: String {
        String(lowercased().compactMap { String.plainLetters[$0] ?? ($0.isASCII && $0.isLetter ? $0 : nil) })
    }

    private static let plainLetters: [Character: Character] = [
        "á": "a", "å": "a", "ã": "a", "ä": "a", "č": "c", "é": "e", "è": "e", "ë": "e", "í": "i", "ó": "o", "ö": "o",
        "ø": "o", "ü": "u", "ñ": "n", "ě": "e", "ž": "z", "š": "s", "ç": "c",
    ]
}
