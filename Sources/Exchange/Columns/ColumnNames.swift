/// What columns are called in lists of no system in particular. All names are header keys.
enum ColumnNames {
    /// The field that a header names, and how good a name for it this is: 0 is the best. Nil if it names none.
    static func meaning(of header: HeaderKey) -> Meaning? {
        meanings[header.text] ?? contact(header.text)
    }

    /// A field, and the rank of the header among the headers for it.
    struct Meaning {
        let target: ColumnTarget
        var rank = 0
    }

    private static let meanings: [String: Meaning] = {
        var meanings: [String: Meaning] = [:]
        for (target, names) in names + ForeignNames.names {
            for (rank, name) in names.split(separator: " ").enumerated() {
                meanings[String(name)] = Meaning(target: target, rank: rank)
            }
        }
        return meanings
    }()

    private static let names: [(ColumnTarget, String)] = [
        (.name, "fullname name contactname displayname leadname customername personname contact person"),
        (.firstName, "firstname givenname forename first vorname"),
        (.middleName, "middlename additionalname middle"),
        (.lastName, "lastname familyname surname last nachname"),
        (
            .text(.company),
            "companyname company companyaccount accountname account organizationname organisationname organization "
                + "organisation organization1name org employer firm business businessname firma currentcompany "
                + "associatedcompany primaryassociatedcompany"
        ),
        (
            .text(.title),
            "jobtitle title position role jobrole organizationtitle organization1title function occupation "
                + "currenttitle currentposition"
        ),
        (
            .text(.address),
            "address street streetaddress address1 addressline1 mailingstreet mailingaddress businessstreet "
                + "address1street workaddress companyaddress companystreet billingstreet homestreet homeaddress "
                + "otherstreet address1formatted organizationaddress adresse"
        ),
        (
            .text(.postcode),
            "postcode postalcode zip zipcode zippostalcode mailingzippostalcode mailingpostalcode businesspostalcode "
                + "address1postalcode companypostalcode billingpostalcode homepostalcode otherpostalcode plz"
        ),
        (
            .text(.city),
            "city town mailingcity businesscity address1city companycity billingcity homecity othercity ort"
        ),
        (
            .text(.region),
            "region state stateregion stateprovince province county mailingstateprovince mailingstate businessstate "
                + "address1region companystate billingstate homestate otherstate"
        ),
        (
            .text(.country),
            "country countryregion mailingcountry businesscountryregion businesscountry address1country "
                + "companycountry billingcountry homecountryregion homecountry othercountryregion land"
        ),
        (.text(.zone), "timezone zone tz"),
        (
            .text(.site),
            "website site web websiteurl url homepage companywebsite webpage website1value companydomainname domain "
                + "businesshomepage personalwebpage linkedinurl linkedin personlinkedinurl"
        ),
        (.text(.source), "source leadsource originalsource originalsourcetype"),
        (.text(.note), "note notes comment comments remark remarks description memo"),
        (.tags, "tags tag labels label lists categories category groups groupmembership"),
        (.worth, "worth amount dealvalue dealamount dealsize opportunityamount opportunityvalue"),
        (
            .doNotContact,
            "donotcontact donotcall dnc nocall optedout optout emailoptout hasoptedoutofemail unsubscribed "
                + "unsubscribedfromallemail donotemail"
        ),
        (
            .past(.contacted),
            "lastcontacted lastcontact lastcontactdate lastcontacteddate lastcontactedon lastcontactedat datelastcontacted "
                + "contactedon lastactivity lastactivitydate lastactivityon personlastactivitydate lasttouch lasttouched "
                + "lasttouchdate lastinteraction lastinteractiondate lastcommunication lastcommunicationdate"
        ),
        (
            .past(.called),
            "lastcalled lastcalledon lastcalledat lastcall lastcalldate lastcallat lastcallon lastphonecall calldate "
                + "calledon datecalled lastdialled lastdialed lastoutboundcall"
        ),
        (
            .past(.emailed),
            "lastemailed lastemailedon lastemailedat lastemailsent lastemailsentdate lastemailsentat lastemailsenton "
                + "emailedon emailsenton personlastemailsent lastoutboundemail lastmarketingemailsenddate"
        ),
        (
            .past(.attempts),
            "attempts numberofattempts noofattempts attemptcount callattempts numberofcallattempts numberofcalls "
                + "noofcalls numcalls callcount numberofdials dials timescontacted numberoftimescontacted timescalled "
                + "numberoftimescalled contactattempts timescommunicated numcontactednotes touches numberoftouches"
        ),
        (
            .past(.outcome),
            "outcome lastoutcome calloutcome lastcalloutcome callresult lastcallresult lastresult result disposition "
                + "calldisposition lastdisposition callstatus lastcallstatus"
        ),
        (
            .past(.status),
            "status leadstatus statuslabel contactstatus stage leadstage contactstage lifecyclestage prospectstatus "
                + "salesstatus pipelinestage"
        ),
        (
            .past(.ordered),
            "becameacustomerdate customersince clientsince lastorder lastorderdate orderdate lastpurchase "
                + "lastpurchasedate purchasedate lastorderedon"
        ),
        (
            .past(.next),
            "nextcall nextcalldate nextcallat callback callbackdate callbackon callbackat callbacktime nextfollowup "
                + "nextfollowupdate followup followupdate followupon nextcontact nextcontactdate nextactivity "
                + "nextactivitydate personnextactivitydate nextstepdate nextstepon nexttouch reminder reminderdate "
                + "remindon recalldate recall"
        ),
        (.ignored, HeaderKey(RejectedRows.header).text),
        (.phone(label: "work"), "directdial directline ddi directnumber"),
        (.phone(label: "fax"), "faxnumber faxphone telefax faxno"),
        (.email(label: nil), "mail mails"),
    ]

    /// Phones and e-mails have too many names to list: they are known by how they end, and labelled by how they begin.
    private static func contact(_ key: String) -> Meaning? {
        var key = key.filter { !$0.isNumber }
        if key.hasSuffix("value") { key.removeLast("value".count) }
        for (ending, kind, isPhone) in endings where key.hasSuffix(ending) {
            let beginning = String(key.dropLast(ending.count))
            if notDialled.contains(where: beginning.contains) { return nil }
            let label = kind ?? labels[beginning] ?? (beginning.isEmpty ? nil : beginning)
            return Meaning(target: isPhone ? .phone(label: label) : .email(label: label))
        }
        // The other way round: "Phone (work)", "E-mail - private".
        for (start, kind, isPhone) in endings where key.hasPrefix(start) {
            guard let end = kinds[String(key.dropFirst(start.count))] else { continue }
            let label = kind ?? (end.isEmpty ? nil : end)
            return Meaning(target: isPhone ? .phone(label: label) : .email(label: label))
        }
        return ForeignNames.contact(key).map { Meaning(target: $0) }
    }

    private static let endings: [(String, label: String?, isPhone: Bool)] = [
        ("mobilephone", "mobile", true), ("mobilephonenumber", "mobile", true), ("mobilenumber", "mobile", true),
        ("cellphone", "mobile", true), ("mobile", "mobile", true), ("cell", "mobile", true),
        ("telephonenumber", nil, true), ("telephone", nil, true), ("téléphone", nil, true), ("phonenumber", nil, true),
        ("phone", nil, true), ("phones", nil, true), ("tel", nil, true), ("fax", "fax", true),
        ("faxnumber", "fax", true), ("pager", "pager", true), ("emailaddress", nil, false),
        ("emailaddresses", nil, false),
        ("email", nil, false), ("emails", nil, false),
    ]

    private static let labels = [
        "primary": "", "work": "work", "workdirect": "work", "direct": "work", "business": "work", "office": "work",
        "home": "home", "personal": "home", "private": "home", "other": "other", "secondary": "other",
        "corporate": "company", "company": "company", "companymain": "company", "main": "company",
        "headquarters": "company", "assistants": "assistant",
    ].mapValues { $0.isEmpty ? nil : $0 }

    /// What may follow the word for a phone or an e-mail, so that any other word does not: "email status" is no address.
    private static let kinds = [
        "primary": "", "work": "work", "direct": "work", "business": "work", "office": "work", "home": "home",
        "personal": "home", "private": "home", "mobile": "mobile", "cell": "mobile", "other": "other",
        "company": "company", "main": "company", "fax": "fax", "geschäftlich": "work", "privat": "home",
    ]

    /// Numbers and addresses of somebody or something else.
    private static let notDialled = ["tty", "telex", "isdn", "owner", "companynamefor"]
}
