using System.CommandLine;
using Hevlayer.Workers;

namespace Hevlayer.Tool;

/// <summary>Tells what documents would cost before they are paid for.</summary>
internal static class DryRunCommand
{
    public static Command Create(CommonOptions common)
    {
        var documents = new Argument<string[]>("DOCUMENT") { Description = "Ids of documents that are staged: their chunks are read.", Arity = ArgumentArity.ZeroOrMore };
        var from = OptionValues.Of("--from", "FILE", OptionValues.Text, """A file of documents that are not staged yet, one JSON object a line, or - for standard input: {"id":"a","chunks":["one text","another"]}; {"id":"b","deleted":true} for one that is deleted.""");
        var price = OptionValues.Of("--price", "NUMBER", OptionValues.Price, "What the provider charges for a million tokens.");
        var command = new Command("dry-run", "Estimates the documents, chunks, texts to embed, tokens, price and rows of a run. Nothing is staged, embedded or written. Counts one token for every four bytes of text.") { documents, from, price };
        var embedder = new EmbedderOptions(command);
        common.Act(command, async (session, parsed, cancellationToken) =>
        {
            var options = new DryRunOptions { PricePerMillionTokens = parsed.GetValue(price) };
            embedder.Apply(parsed, options.Embedding);
            var ids = parsed.GetValue(documents) ?? [];
            var file = parsed.GetValue(from);
            if ((ids.Length == 0) == (file is null))
            {
                throw new Failure(ExitCode.BadUsage, "Give either ids of documents, or a file with --from.");
            }

            var given = file is null ? new StagedDocuments(session).ReadAsync(ids, cancellationToken) : new DocumentFile(session.Surroundings, file).ReadAsync(cancellationToken);
            Show(session.Screen, await session.Client.DryRunAsync(session.Pipeline, given, options, cancellationToken));
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Show(Screen screen, RunEstimate estimate)
    {
        if (screen.IsJson)
        {
            screen.Json(estimate, OutputJson.Default.RunEstimate);
            return;
        }

        screen.Line($"{Screen.Number(estimate.Documents)} documents: {Screen.Number(estimate.UnchangedDocuments)} unchanged, {Screen.Number(estimate.UnusableDocuments)} that a worker would fail.");
        screen.Line($"{Screen.Number(estimate.TextsToEmbed)} of {Screen.Number(estimate.Chunks)} texts to embed, {Screen.Number(estimate.Tokens)} tokens{(estimate.Price is { } price ? $", price {Screen.Price(price)}" : "")}.");
        screen.Line($"Rows: {Screen.Number(estimate.RowsToWrite)} to write, {Screen.Number(estimate.RowsToPatch)} to patch, {Screen.Number(estimate.RowsToDelete)} to delete.");
    }
}
