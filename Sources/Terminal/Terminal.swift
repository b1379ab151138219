/// x
public final class Terminal {}
