import Testing

@testable import Interface

/// Addresses for programs of others, made of what came from outside.
@Suite("Links") struct LinkTests {
    static let phones: [(text: String, link: String?)] = [
        ("+1 312 555 0142", "tel:+13125550142"), ("(312) 555-0142", "tel:3125550142"),
        ("+49 (0)30 555 010", "tel:+4930555010"), ("030/555.010", "tel:030555010"),
        ("+1 312 555 0142 x12", "tel:+13125550142;ext=12"), ("555 0142 ext. 7", "tel:5550142;ext=7"),
        ("555 0142;ext=7", "tel:5550142;ext=7"), ("312 555 0142 (office)", "tel:3125550142"),
        ("٠٣٠ ٥٥٥", "tel:030555"), ("110", "tel:110"), ("1-800-FLOWERS", nil), ("call the office", nil), ("", nil),
        ("+", nil), ("\u{1B}]0;x\u{7}01", nil), ("$(reboot) 5550142", nil),
    ]

    @Test(arguments: phones) func aPhone(_ text: String, _ link: String?) { #expect(Link.phone(text) == link) }

    static let sites: [(text: String, link: String?)] = [
        ("northgate.example", "https://northgate.example"),
        ("http://a.example/b?c=d&e#f", "http://a.example/b?c=d&e#f"),
        ("HTTPS://A.example", "https://A.example"), ("a.example/`reboot`'\"", "https://a.example/%60reboot%60%27%22"),
        ("a.example/$(x);y|z", "https://a.example/%24%28x%29%3By%7Cz"),
        ("münchen.example", "https://m%C3%BCnchen.example"),
        ("a.example/\u{1B}[31m", "https://a.example/%1B%5B31m"), ("file:///etc/passwd", nil),
        ("javascript:alert(1)", nil), ("ftp://a.example", nil), ("-v.example", nil), ("https://", nil), ("none", nil),
        ("see a.example", nil), ("a.example\nb", nil), ("https://bank.example@evil.example", nil),
    ]

    @Test(arguments: sites) func aSite(_ text: String, _ link: String?) { #expect(Link.site(text) == link) }

    @Test func aMailCarriesItsSubjectAndItsLines() {
        #expect(Link.mail("dana@northgate.example") == "mailto:dana@northgate.example")
        #expect(
            Link.mail("o'neil+x@a.example", subject: "Hello & goodbye", body: "One\nTwo\n\n100%")
                == "mailto:o%27neil%2Bx@a.example?subject=Hello%20%26%20goodbye&body=One%0D%0ATwo%0D%0A%0D%0A100%25")
        #expect(Link.mail("a@b.example", body: "é") == "mailto:a@b.example?body=%C3%A9")
        for text in ["", "@", "a@", "@b", "a b@c.example", "a@b@c.example", "a@b\n.example"] {
            #expect(Link.mail(text) == nil, "\(text)")
        }
        #expect(Link.mail("a@b.example?cc=x@y.example") == nil)
        #expect(Link.mail("a?bcc=x@b.example") == "mailto:a%3Fbcc%3Dx@b.example")
    }
}
