using System.Globalization;
using System.Text;

namespace Hevlayer.Workers;

/// <summary>The form of failures in a namespace. Times are texts of one length, so that their order is that of the times.</summary>
internal static class LedgerRow
{
    public const string Reason = "reason";
    public const string Kind = "kind";
    public const string Worker = "worker";
    public const string Claim = "claim";
    public const string LastAt = "last_at";
    public const string RedrivenAt = "redriven_at";

    private const string DocumentName = "document";
    private const string Attempts = "attempts";
    private const string Failures = "failures";
    private const string Stage = "stage";
    private const string FirstAt = "first_at";
    private const string Trace = "trace";
    private const string Content = "content";

    // With three bytes for a character, more than a filter of the vector store takes.
    private const int LongestReason = 1_000;

    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The id of a document's row: that of the document, where the vector store takes it.</summary>
    public static string IdOf(string documentId) =>
        Encoding.UTF8.GetByteCount(documentId) <= RowIdentity.MaxBytes ? documentId : RowIdentity.Of(documentId, "", "", 0);

    public static string TextOf(DateTimeOffset time) => time.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    public static WriteRow ToWrite(DocumentFailure failure)
    {
        var attributes = new AttributeMap
        {
            [DocumentName] = failure.DocumentId,
            [Reason] = Short(failure.Reason),
            [Kind] = failure.Kind,
            [Attempts] = failure.Attempts,
            [Failures] = failure.Failures,
            [Worker] = failure.WorkerId,
            [Claim] = failure.Claim,
            [Stage] = failure.Stage,
            [FirstAt] = TextOf(failure.FirstAt),
            [LastAt] = TextOf(failure.LastAt),
        };
        if (failure.TraceId is { } trace)
        {
            attributes[Trace] = trace;
        }

        if (failure.ContentHash is { } content)
        {
            attributes[Content] = content;
        }

        return new() { Id = IdOf(failure.DocumentId), Attributes = attributes };
    }

    /// <summary>A row; what is not there reads as empty, so that no row of another's making stops a listing.</summary>
    public static DocumentFailure Read(string rowId, AttributeMap row) => new()
    {
        DocumentId = row.GetString(DocumentName) ?? rowId,
        Reason = row.GetString(Reason) ?? "",
        Kind = row.GetString(Kind) ?? "",
        Attempts = Count(row, Attempts),
        Failures = Count(row, Failures),
        WorkerId = row.GetString(Worker) ?? "",
        Claim = row.GetString(Claim) ?? "",
        Stage = row.GetString(Stage) is { Length: > 0 } stage ? stage : DocumentStage.Pending.Value,
        FirstAt = Time(row, FirstAt) ?? default,
        LastAt = Time(row, LastAt) ?? default,
        TraceId = row.GetString(Trace),
        ContentHash = row.GetString(Content),
        RedrivenAt = Time(row, RedrivenAt),
    };

    private static string Short(string reason) => reason.Length <= LongestReason ? reason
        : reason[..(LongestReason - (char.IsHighSurrogate(reason[LongestReason - 1]) ? 1 : 0))];

    private static int Count(AttributeMap row, string name) => (int)Math.Clamp(row.GetInt64(name) ?? 0, 0, int.MaxValue);

    private static DateTimeOffset? Time(AttributeMap row, string name) =>
        DateTimeOffset.TryParse(row.GetString(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
