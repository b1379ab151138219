/// A program that writes lists, known by the headers that only it writes.
///
/// The headers were found in documentation and fixtures of the systems; they vary with version and settings, so that
/// only the telling ones are asked for, and columns not named here are mapped by `ColumnNames`. All headers are header
/// keys.
struct ExportingSystem {
    let name: String
    /// The file is of this system if it has every header of one of these.
    let telling: [String]
    /// The headers of its record id, the best first.
    var record = ""
    /// What its headers mean where that is not what they mean elsewhere.
    var meanings: [String: ColumnTarget] = [:]

    /// The system that wrote a header; nil if none of the known ones did.
    static func recognised(by header: Set<HeaderKey>) -> ExportingSystem? {
        all.first { system in
            system.telling.contains { $0.split(separator: " ").allSatisfy { header.contains(HeaderKey(String($0))) } }
        }
    }

    /// True if a header is one of those by which systems are told.
    static func isTelling(_ header: HeaderKey) -> Bool {
        tellingHeaders.contains(header.text)
    }

    private static let tellingHeaders = Set(
        all.flatMap(\.telling).flatMap { $0.split(separator: " ").map(String.init) })

    private static let all = [
        ExportingSystem(
            name: "LinkedIn", telling: ["firstname lastname connectedon", "company position connectedon"],
            // The address of the profile is the one thing that stays when somebody changes jobs.
            record: "url"),
        ExportingSystem(
            name: "Google Contacts",
            telling: [
                "email1value", "phone1value", "givenname familyname groupmembership",
                "firstname phoneticfirstname organizationname", "firstname organizationname labels",
            ]),
        ExportingSystem(
            name: "HubSpot",
            telling: [
                "recordid contactowner", "recordid lifecyclestage", "recordid firstname createdate",
                "recordid firstname phonenumber", "recordid firstname associatedcompany",
                "firstname lifecyclestage leadstatus",
            ],
            record: "recordid"),
        ExportingSystem(
            name: "Pipedrive", telling: ["personname", "personid"], record: "personid",
            meanings: [
                "personname": .name, "personfirstname": .firstName, "personlastname": .lastName,
                "personjobtitle": .text(.title), "personlabel": .tags, "personlabels": .tags,
                "personemailwork": .email(label: "work"), "personemailhome": .email(label: "home"),
                "personemailother": .email(label: "other"), "personemail": .email(label: nil),
                "personphonework": .phone(label: "work"), "personphonehome": .phone(label: "home"),
                "personphonemobile": .phone(label: "mobile"), "personphoneother": .phone(label: "other"),
                "personphone": .phone(label: nil), "organizationname": .text(.company),
            ]),
        ExportingSystem(
            name: "Close", telling: ["primarycontactname", "primarycontactprimaryphone", "displayname statuslabel"],
            record: "id",
            meanings: [
                "displayname": .text(.company), "primarycontactname": .name, "primarycontacttitle": .text(.title),
                "primarycontactprimaryphone": .phone(label: nil), "primarycontactotherphones": .phone(label: "other"),
                "primarycontactprimaryemail": .email(label: nil), "primarycontactotheremails": .email(label: "other"),
            ]),
        ExportingSystem(
            name: "Apollo", telling: ["companynameforemails", "apollocontactid", "firstname personlinkedinurl"],
            record: "apollocontactid"),
        ExportingSystem(
            name: "Outlook",
            telling: [
                "emailaddress businessphone", "emailaddress primaryphone", "emaildisplayname",
                "businessstreet jobtitle",
                "emailaddress jobtitle suffix",
            ],
            // Here the title is the honorific.
            meanings: ["title": .extra]),
        ExportingSystem(
            name: "Salesforce",
            telling: [
                "leadowner companyaccount", "leadowner leadsource", "companyaccount", "firstname lastname accountname",
                "lastname mailingcity", "lastname mailingstateprovince", "id lastname leadsource",
                "id firstname lastname company status", "lastname donotcall leadsource", "id lastname accountid",
                "lastname hasoptedoutofemail",
            ],
            record: "id leadid contactid"),
    ]
}
