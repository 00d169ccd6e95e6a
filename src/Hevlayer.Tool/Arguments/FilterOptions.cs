using System.CommandLine;
using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>Options that say which failures are meant.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> _reason = OptionValues.Of("--reason", "TEXT", OptionValues.Text, "Start of the reason.");
    private readonly Option<string?> _kind = OptionValues.Of("--kind", "KIND", OptionValues.Text, "rejected, handler, timeout, gateway, refused or crashed.");
    private readonly Option<string?> _worker = OptionValues.Of("--worker", "ID", OptionValues.Text, "The worker that failed the document.");
    private readonly Option<string[]> _documents = new("--document") { Description = "A document; repeat for more.", HelpName = "ID" };
    private readonly Option<DateTimeOffset?> _since = OptionValues.Of("--since", "TIME", OptionValues.Time, "Failed last at this time or later.");
    private readonly Option<DateTimeOffset?> _until = OptionValues.Of("--until", "TIME", OptionValues.Time, "Failed last at this time or before.");
    private readonly Option<string?> _ledger = OptionValues.Of("--ledger", "NAME", OptionValues.Text, "The ledger's namespace, where the workers have another than PIPELINE-ledger.");

    public FilterOptions(Command command)
    {
        foreach (var option in new Option[] { _reason, _kind, _worker, _documents, _since, _until, _ledger })
        {
            command.Options.Add(option);
        }
    }

    public string? Ledger(ParseResult parsed) => parsed.GetValue(_ledger);

    public FailureFilter Read(ParseResult parsed) => new()
    {
        ReasonPrefix = parsed.GetValue(_reason),
        Kind = parsed.GetValue(_kind),
        WorkerId = parsed.GetValue(_worker),
        DocumentIds = parsed.GetValue(_documents) is { Length: > 0 } documents ? documents : null,
        Since = parsed.GetValue(_since),
        Until = parsed.GetValue(_until),
    };
}
