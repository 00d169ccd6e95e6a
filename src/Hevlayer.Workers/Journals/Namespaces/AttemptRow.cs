namespace Hevlayer.Workers;

/// <summary>The row of one document in a namespace that is a journal. A value; the default is no row.</summary>
/// <param name="Record">What is known of the document.</param>
/// <param name="BegunAt">When the latest attempt began, in milliseconds since 1970; with the holder it names the attempt.</param>
internal readonly record struct AttemptRow(AttemptRecord Record, long BegunAt)
{
    private const string Attempts = "attempts";
    private const string Crashes = "crashes";
    private const string Holder = "holder";
    private const string IsOpenName = "open";
    private const string BegunAtName = "begun_at";

    public bool IsOpen => Record.State == AttemptState.Open;

    public static AttemptRow Of(Document row) => new(
        new(
            Count(row, Attempts),
            Count(row, Crashes),
            row.Attributes.GetBoolean(IsOpenName) is true ? AttemptState.Open : AttemptState.Closed,
            row.Attributes.GetString(Holder)),
        row.Attributes.GetInt64(BegunAtName) ?? 0);

    public WriteRow ToWrite(string documentId) => new()
    {
        Id = documentId,
        Attributes = new()
        {
            [Attempts] = Record.Attempts,
            [Crashes] = Record.Crashes,
            [Holder] = Record.Holder ?? "",
            [IsOpenName] = IsOpen,
            [BegunAtName] = BegunAt,
        },
    };

    private static int Count(Document row, string name) => (int)Math.Clamp(row.Attributes.GetInt64(name) ?? 0, 0, int.MaxValue);
}
