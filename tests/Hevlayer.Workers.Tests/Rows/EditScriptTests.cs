using CsCheck;

namespace Hevlayer.Workers.Tests.Rows;

/// <summary>Over any edits of a text, what is paid for is what has changed: counted by the model itself.</summary>
public sealed class EditScriptTests
{
    private static readonly Gen<string> Paragraph = Gen.Int[0, 30].Select(static number => $"Paragraph {number} of the text.");

    private static readonly Gen<(int Kind, int Place, int Other, string Text)[]> Scripts =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 20], Gen.Int[0, 20], Paragraph).Array[1, 8];

    [Fact]
    public void Texts_ThatArePaidFor_AreTheOnesThatWereNotThere() => Gen.Select(Paragraph.List[1, 12], Scripts).Sample(
        static (before, script) =>
        {
            var bench = new Bench();
            ScriptedGenerator generator = null!;
            var worker = bench.Start(worker =>
            {
                generator = new ScriptedGenerator(worker.Clock);
                return new EmbeddingHandler(new EmbeddingBatcher(generator, worker.Options, worker.Clock, new WorkerTelemetry("products"), worker.Log), "model", worker.Options.Embedding);
            });
            List<string> now = [];
            foreach (var next in Versions(before, script))
            {
                generator?.Batches.Clear();
                var completed = worker.Status.Completed;
                bench.Gateway.Stage("a", RowWorld.Chunks("a", next));
                bench.RunUntil(() => worker.Status.Completed > completed);

                Assert.Equal(Missing(now, next).Order(StringComparer.Ordinal), generator!.Batches.SelectMany(static batch => batch).Order(StringComparer.Ordinal));
                Assert.Equal(next.Order(StringComparer.Ordinal), bench.Gateway.Rows.Values.Select(static row => row[(row.IndexOf("text=", StringComparison.Ordinal) + 5)..]).Order(StringComparer.Ordinal));
                now = next;
            }

            Assert.Equal(0, worker.Status.Failed);
        },
        iter: 60);

    [Fact]
    public void Split_OfAParagraph_LeavesNoEmptyText() => Gen.Select(Gen.String[Gen.Char[" \n.,ab"], 0, 400], Gen.Int[10, 80]).Sample(
        static (text, length) => Assert.All(new SentenceChunker(new() { MaxLength = length, Overlap = 0 }).Split(text), static piece => Assert.False(string.IsNullOrWhiteSpace(piece))));

    private static IEnumerable<List<string>> Versions(List<string> text, IEnumerable<(int Kind, int Place, int Other, string Text)> script)
    {
        yield return text;
        foreach (var (kind, place, other, paragraph) in script)
        {
            text = [.. text];
            var at = place % text.Count;
            switch (kind)
            {
                case 0:
                    text.Insert(at, paragraph);
                    break;
                case 1 when text.Count > 1:
                    text.RemoveAt(at);
                    break;
                case 2:
                    var moved = text[at];
                    text.RemoveAt(at);
                    text.Insert(other % (text.Count + 1), moved);
                    break;
                case 3 when text[at].Length > 10:
                    var middle = text[at].Length / 2;
                    text.Insert(at + 1, text[at][middle..]);
                    text[at] = text[at][..middle];
                    break;
            }

            yield return text;
        }
    }

    // One for each text of which there are more than before, however many more there are.
    private static IEnumerable<string> Missing(List<string> before, List<string> after) => after
        .CountBy(static text => text)
        .Where(text => text.Value > before.Count(other => other == text.Key))
        .Select(static text => text.Key);
}
