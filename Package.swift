// swift-tools-version: 6.2
import PackageDescription

// The floors of the house. An arrow may only point down this list; Tests/HouseTests reads the sources and holds
// them to it.
let package = Package(
    name: "lastcall",
    products: [.executable(name: "lastcall", targets: ["lastcall"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        .systemLibrary(name: "CNcurses"),
        .target(name: "Pipeline"),
        .target(name: "Canvas", resources: [.embedInCode("themes")]),
        .target(name: "Journal", dependencies: ["Pipeline"]),
        .target(name: "Exchange", dependencies: ["Pipeline"]),
        .target(name: "Terminal", dependencies: ["CNcurses", "Canvas"]),
        .target(name: "Interface", dependencies: ["Pipeline", "Canvas"]),
        .executableTarget(
            name: "lastcall",
            dependencies: [
                "Pipeline", "Canvas", "Journal", "Exchange", "Terminal", "Interface",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(name: "TestSupport", dependencies: ["Pipeline"], path: "Tests/TestSupport"),
        .testTarget(name: "PipelineTests", dependencies: ["Pipeline"]),
        .testTarget(name: "CanvasTests", dependencies: ["Canvas", "Terminal"]),
        .testTarget(name: "JournalTests", dependencies: ["Journal", "Pipeline", "TestSupport"]),
        .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "Journal", "Pipeline", "TestSupport"]),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Canvas", "TestSupport"]),
        .testTarget(
            name: "InterfaceTests", dependencies: ["Interface", "Pipeline", "Canvas", "Terminal"], exclude: ["Golden"]),
        .testTarget(name: "HouseTests", dependencies: ["lastcall"]),
        .testTarget(
            name: "FuzzTests",
            dependencies: ["Canvas", "Exchange", "Interface", "Journal", "Pipeline", "TestSupport"],
            exclude: ["Fuzzer"]),
        .testTarget(name: "EndToEndTests", dependencies: ["lastcall", "Journal", "Pipeline", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
