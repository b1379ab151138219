import ArgumentParser

@main
struct Lastcall: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The morning's calls, ranked, and why.")
}
