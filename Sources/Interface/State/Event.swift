public import Canvas
public import Pipeline

/// Something that happened outside the screens.
public enum Event: Sendable {
    /// A key, pasted text or the mouse.
    case input(Input)
    /// The terminal has this size now.
    case resized(Size)
    /// It is this time now.
    case clock(Now)
    /// What an effect asked to record is on disk: the entries, and what to say about them.
    case recorded([Entry], said: String)
    /// Entries of another process or machine came in.
    case arrived([Entry])
    /// This stands in the way of recording now; nil when nothing does.
    case journal(Trouble?)
    /// Something could not be done: why, in a sentence.
    case failed(String)
    /// Nothing else is to be done just now: a little of what will be needed may be made ready.
    case idle
    /// An effect that records nothing is done: what to say about it.
    case done(String)
    /// The user's own details are in the settings file.
    case introduced(Settings.Me)
    /// The user's editor left this text.
    case edited(String)
    /// What a folder holds that may be imported.
    case folder(FolderListing)
    /// The themes that there are.
    case themes([ThemeChoice])
    /// What a file would bring in.
    case importPreview(ImportPreview)
    /// So much of a file is read: 0 to 1.
    case importProgress(Double)
    /// An import is over: what it did, or nil when it failed and nothing was recorded.
    case importOver(ImportOutcome?)
}

/// Something that the screens ask the event loop to do.
public enum Effect: Hashable, Sendable {
    /// Append these acts to the journal, and answer with `recorded` or `failed`.
    case record([Draft], said: String)
    /// Let the user's own editor have a text, and answer with `edited` or `failed`.
    case editText(String)
    /// Find out what a folder holds, and answer with `folder`.
    case listFolder(String)
    /// Look into a file with what the user says of its columns, and answer with `importPreview` or `failed`.
    case previewImport(String, [ColumnChoice])
    /// Import the leads of a file in slices, and answer with `importProgress` and at the end with `recorded` or `failed`,
    /// and `importOver`.
    case startImport(String, [ColumnChoice])
    /// Stop reading; nothing is recorded.
    case stopImport
    /// Write the rows that the last import left out beside its file, and answer with `done` or `failed`.
    case writeLeftOut
    /// Hand a text to the clipboard, and answer with `done` or `failed`.
    case copy(String, said: String)
    /// Open a `tel:`, `mailto:`, `http:` or `https:` address with the desktop's own program, and answer with `done` or
    /// `failed`.
    case open(String, said: String)
    /// Put the user's own details into the settings file, and answer with `introduced` or `failed`.
    case introduce(Settings.Me)
    /// Open the demo in place of the user's data.
    case openDemo
    /// Find out which themes there are, and answer with `themes`.
    case listThemes
    /// Draw in another theme.
    case showTheme(String)
    /// Draw in this theme from now on, also at the next start; answer only when that fails.
    case keepTheme(String)
    /// Keep a view, in place of one of that name, and answer with `done` or `failed`.
    case keepView(SavedView)
    /// Delete the view of that name; answer only when that fails.
    case forgetView(String)
    /// Ask the terminal for the mouse, or leave it to the terminal.
    case useMouse(Bool)
    /// Give the terminal back until the user returns.
    case suspend
    /// Leave.
    case quit
}
