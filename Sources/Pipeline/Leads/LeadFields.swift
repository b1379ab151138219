public import FoundationEssentials

/// What the user knows of a lead, as typed in or imported.
public struct LeadFields: Hashable, Sendable {
    /// The person's; empty when only a number or an address is known.
    public var name = ""
    /// Where they work.
    public var company: String?
    /// Their position there.
    public var title: String?
    /// In the order to try them.
    public var phones: [Phone] = []
    /// In the order to try them.
    public var emails: [Email] = []
    /// Street and number.
    public var address: String?
    /// The town.
    public var city: String?
    /// State, province or county.
    public var region: String?
    /// As the user writes it.
    public var country: String?
    /// The time zone where they are, by its IANA name; never guessed.
    public var zone: String?
    /// The web site.
    public var site: String?
    /// Where the lead came from.
    public var source: String?
    /// The user's own words to group by.
    public var tags: [String] = []
    /// The size of the opportunity, in the user's currency.
    public var worth: Decimal?
    /// What to know before calling.
    public var note: String?
    /// What an import brought that has no field of its own.
    public var extra: [JSON.Member] = []

    /// Fields without a value.
    public init(name: String = "") {
        self.name = name
    }

    /// A phone number as it was written.
    public struct Phone: Hashable, Sendable {
        /// As it was written, with its leading zeros and plus sign.
        public var number: String
        /// `work`, `mobile` …
        public var label: String?
        /// True once it turned out wrong or out of service.
        public var dead: Bool

        /// A number.
        public init(_ number: String, label: String? = nil, dead: Bool = false) {
            self.number = number
            self.label = label
            self.dead = dead
        }
    }

    /// An e-mail address as it was written.
    public struct Email: Hashable, Sendable {
        /// True for what has something on both sides of an @: whether mail arrives, only sending tells.
        public static func isAddress(_ text: String) -> Bool {
            let at = UInt8(ascii: "@")
            return text.utf8.contains(at) && text.utf8.first != at && text.utf8.last != at
        }

        /// As it was written.
        public var address: String
        /// `work`, `home` …
        public var label: String?
        /// True once a message to it bounced.
        public var dead: Bool

        /// An address.
        public init(_ address: String, label: String? = nil, dead: Bool = false) {
            self.address = address
            self.label = label
            self.dead = dead
        }
    }
}

/// The fields of a lead by the names of the journal.
public enum LeadField: String, CaseIterable, Sendable {
    case name, company, title, phones, emails, address, city, region, country, zone, site, source, tags, worth, note
    case extra

    /// Where a field of one line of text is kept; nil for the others.
    public var text: WritableKeyPath<LeadFields, String?>? {
        switch self {
        case .company: \.company
        case .title: \.title
        case .address: \.address
        case .city: \.city
        case .region: \.region
        case .country: \.country
        case .zone: \.zone
        case .site: \.site
        case .source: \.source
        case .note: \.note
        case .name, .phones, .emails, .tags, .worth, .extra: nil
        }
    }
}

/// A change of some fields of a lead.
public struct LeadEdit: Hashable, Sendable {
    /// The fields that change, each once, in the order of the cases.
    public let changed: [LeadField]
    /// Their new values; one without a value is cleared.
    public var values: LeadFields

    /// A change of the `changed` fields to what `values` holds.
    public init(_ changed: [LeadField], to values: LeadFields) {
        self.changed = LeadField.allCases.filter(changed.contains)
        self.values = values
    }

    /// The change that turns `old` into `new`, or nil when they are the same.
    public init?(from old: LeadFields, to new: LeadFields) {
        changed = LeadField.allCases.filter { !$0.isSame(in: old, and: new) }
        values = new
        if changed.isEmpty { return nil }
    }

    /// Makes the change.
    public func apply(to fields: inout LeadFields) {
        for field in changed {
            switch field {
            case .name: fields.name = values.name
            case .phones: fields.phones = values.phones
            case .emails: fields.emails = values.emails
            case .tags: fields.tags = values.tags
            case .worth: fields.worth = values.worth
            case .extra: fields.extra = values.extra
            default: if let text = field.text { fields[keyPath: text] = values[keyPath: text] }
            }
        }
    }
}

extension LeadField {
    fileprivate func isSame(in a: LeadFields, and b: LeadFields) -> Bool {
        switch self {
        case .name: a.name == b.name
        case .phones: a.phones == b.phones
        case .emails: a.emails == b.emails
        case .tags: a.tags == b.tags
        case .worth: a.worth == b.worth
        case .extra: a.extra == b.extra
        default: text.map { a[keyPath: $0] == b[keyPath: $0] } ?? true
        }
    }
}
