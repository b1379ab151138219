import Testing

/// A list as a system writes it, with invented people, and what is to come of it.
struct Fixture: Sendable, CustomTestStringConvertible {
    /// Nil for a list of no system in particular.
    let system: String?
    let text: String
    /// The summaries of the rows.
    let rows: [String]
    /// The ids of the records, for a system that writes them.
    var records: [String?]?

    var testDescription: String { system ?? "no system" }

    static let all = [
        Fixture(
            system: "LinkedIn",
            text: """
                \u{FEFF}Notes:
                "When exporting your connection data, you may notice that some of the email addresses, are missing. \
                ""Learn more""
                at our help pages."

                First Name,Last Name,URL,Email Address,Company,Position,Connected On
                Ada,Example,https://www.linkedin.com/in/ada-example,,Acme Tools,Head of Purchasing,15 Jun 2026
                Bram,"Voorbeeld, MBA",https://www.linkedin.com/in/bram-v,bram@voorbeeld.example,"Voorbeeld, Ltd",CEO,01 May 2026
                ,,,,,,03 Feb 2026
                """,
            rows: [
                "Ada Example | Acme Tools | Head of Purchasing |  | ",
                "Bram Voorbeeld, MBA | Voorbeeld, Ltd | CEO |  | bram@voorbeeld.example",
                " |  |  |  | ",
            ],
            records: ["https://www.linkedin.com/in/ada-example", "https://www.linkedin.com/in/bram-v", nil]),
        Fixture(
            system: "Google Contacts",
            text: """
                First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Website 1 - Label,Website 1 - Value
                Chloé,Anne,Dupont,,,,Dr,,,,Boulangerie Dupont,Owner,,,"Likes
                mornings",,Bakers ::: * myContacts,* Work,chloe@dupont.example ::: info@dupont.example,Home,c@home.example,Mobile,+33 6 12 34 56 78 ::: 01 23 45 67 89,Work,+33 1 98 76 54 32,Work,"1 Rue Inventée
                75000 Paris",1 Rue Inventée,Paris,,Île-de-France,75000,France,Work,https://dupont.example
                ,,,,,,,,,,,,,,,,* myContacts,,,,,,0044 20 7946 0001,,,,,,,,,,,,
                ,,,,,,,,,,,,,,,,* myContacts,* ,only@mail.example,,,,,,,,,,,,,,,,
                """,
            rows: [
                "Chloé Anne Dupont | Boulangerie Dupont | Owner | +33 6 12 34 56 78 (mobile), 01 23 45 67 89 (mobile), "
                    + "+33 1 98 76 54 32 (work) | chloe@dupont.example (work), info@dupont.example (work), "
                    + "c@home.example (home)",
                " |  |  | 0044 20 7946 0001 | ",
                " |  |  |  | only@mail.example",
            ]),
        Fixture(
            system: "Google Contacts",
            text: """
                Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title
                Dmitri P. Sample,Dmitri,P.,Sample,,,,* myContacts ::: Fair 2026,* Work,d@sample.example,Mobile,+1 555 010 0001,,Sample GmbH,Buyer
                ,,,,,,,* myContacts,,,Main,(555) 010-0002,,,
                """,
            rows: [
                "Dmitri P. Sample | Sample GmbH | Buyer | +1 555 010 0001 (mobile) | d@sample.example (work)",
                " |  |  | (555) 010-0002 (main) | ",
            ]),
        Fixture(
            system: "HubSpot",
            text: """
                Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Job Title,Company Name,Associated Company,Last Activity Date,Country/Region,State/Region,Original Source,Lifecycle Stage
                101,Esra,Muster,esra@muster.example,+49 30 1234567,Sam Seller,IN_PROGRESS,2026-01-02 09:00,Buyer,Muster AG,Muster AG Holding,2026-03-01 10:00,Germany,Berlin,OFFLINE,lead
                102,Finn,Muster,,0301234568,,NEW,2026-01-03 09:00,,,Muster AG,,Germany,,,
                """,
            rows: [
                "Esra Muster | Muster AG | Buyer | +49 30 1234567 | esra@muster.example",
                "Finn Muster | Muster AG |  | 0301234568 | ",
            ],
            records: ["101", "102"]),
        Fixture(
            system: "Salesforce",
            text: """
                Lead Owner,First Name,Last Name,Title,Company / Account,Lead Source,Rating,Street,Email,Phone
                Sam Seller,Grete,Example,CFO,Example Works,Web,Hot,2 Made-up Lane,grete@example-works.example,+44 20 7946 0100
                """,
            rows: ["Grete Example | Example Works | CFO | +44 20 7946 0100 | grete@example-works.example"]),
        Fixture(
            system: "Salesforce",
            text: """
                "Id","FirstName","LastName","Company","Email","Phone","MobilePhone","LeadSource","Status","DoNotCall"
                "00Q000000000001AAA","Hiro","Sample","Sample KK","hiro@sample.example","'03 1234 5678","+81 90 0000 0001","Fair","Open","true"
                "00Q000000000002AAB","Ines","Sample","Sample KK","","","","Fair","Open","false"
                """,
            rows: [
                "Hiro Sample | Sample KK |  | 03 1234 5678, +81 90 0000 0001 (mobile) | hiro@sample.example",
                "Ines Sample | Sample KK |  |  | ",
            ],
            records: ["00Q000000000001AAA", "00Q000000000002AAB"]),
        Fixture(
            system: "Salesforce",
            text: """
                First Name,Last Name,Email,Phone,Account Name,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Last Activity
                Jon,Voorbeeld,jon@voorbeeld.example,020 7946 0200,Voorbeeld BV,Utrecht,Utrecht,3500 AA,2026-02-03
                """,
            rows: ["Jon Voorbeeld | Voorbeeld BV |  | 020 7946 0200 | jon@voorbeeld.example"]),
        Fixture(
            system: "Close",
            text: """
                id,display_name,description,url,status_label,primary_contact_name,primary_contact_title,primary_contact_primary_phone,primary_contact_other_phones,primary_contact_primary_email,primary_contact_other_emails,custom.Size
                lead_1,Acme Tools,Makes hammers,https://acme.example,Potential,Kira Example,CTO,+15550100010,"+15550100011, +15550100012",kira@acme.example,k@acme.example;ke@acme.example,12
                lead_2,Quiet Company,,,Potential,,,,,,,
                """,
            rows: [
                "Kira Example | Acme Tools | CTO | +15550100010, +15550100011 (other), +15550100012 (other) | "
                    + "kira@acme.example, k@acme.example (other), ke@acme.example (other)",
                " | Quiet Company |  |  | ",
            ],
            records: ["lead_1", "lead_2"]),
        Fixture(
            system: "Pipedrive",
            text: """
                Person - ID,Person - Name,Person - Email,Person - Phone,Organization - Name,Person - Last activity date
                7,Lena Muster,"lena@muster.example, lm@muster.example",+49 40 5550001,Muster Nord,2026-03-03
                8,Max,,,,
                """,
            rows: [
                "Lena Muster | Muster Nord |  | +49 40 5550001 | lena@muster.example, lm@muster.example",
                "Max |  |  |  | ",
            ],
            records: ["7", "8"]),
        Fixture(
            system: "Apollo",
            text: """
                First Name,Last Name,Title,Company,Company Name for Emails,Email,Email Status,Work Direct Phone,Home Phone,Mobile Phone,Corporate Phone,Other Phone,Stage,Lists,Last Contacted,# Employees,Industry,Person Linkedin Url,Website,City,State,Country,Apollo Contact Id
                Nora,Sample,VP Sales,Sample Incorporated,Sample,nora@sample-inc.example,Verified,'+1 555-010-0020,,'+1 555-010-0021,'+1 555-010-0000,,Cold,"Q3, West",,120,software,http://www.linkedin.com/in/nora-sample,https://sample-inc.example,Denver,Colorado,United States,a1
                """,
            rows: [
                "Nora Sample | Sample Incorporated | VP Sales | +1 555-010-0020 (work), +1 555-010-0021 (mobile), "
                    + "+1 555-010-0000 (company) | nora@sample-inc.example"
            ],
            records: ["a1"]),
        Fixture(
            system: "Outlook",
            text: """
                First Name,Middle Name,Last Name,Title,Suffix,E-mail Address,E-mail 2 Address,Primary Phone,Home Phone,Mobile Phone,Business Phone,Business Phone 2,Business Fax,Assistant's Phone,Company,Job Title,Business Street,Business City,Categories
                Olga,M,Example,Dr.,Jr.,olga@example-clinic.example,olga@home.example,,030 555 01,,030 555 02,030 555 03,030 555 99,030 555 98,Example Clinic,Surgeon,3 Invented Road,Berlin,Doctors;VIP
                """,
            rows: [
                "Olga M Example | Example Clinic | Surgeon | 030 555 01 (home), 030 555 02 (work), 030 555 03 (work), "
                    + "030 555 99 (fax), 030 555 98 (assistant) | olga@example-clinic.example, olga@home.example"
            ]),
        Fixture(
            system: nil,
            text: """
                Full Name;Organisation;Job role;Mobile;E-Mail;Telefon;Favourite colour
                Pia Muster;Muster KG;Buyer;+49 170 0000001;pia@muster.example;030 555 04;green
                ;;;;;0170 0000009;
                Quentin;;;;;;
                ;Company Only Ltd;;;;;
                """,
            rows: [
                "Pia Muster | Muster KG | Buyer | +49 170 0000001 (mobile), 030 555 04 | pia@muster.example",
                " |  |  | 0170 0000009 | ",
                "Quentin |  |  |  | ",
                " | Company Only Ltd |  |  | ",
            ]),
    ]
}
