namespace Hevlayer.Protocol;

/// <summary>What became of one mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Broken">The promise that it breaks; none when nobody noticed.</param>
/// <param name="Sentences">The shortest story of that.</param>
internal sealed record MutantReport(Mutant Mutant, Promise Broken, IReadOnlyList<string> Sentences)
{
    // What needs no fault, or few, is told without them.
    private static readonly Bound[] Bounds = [Bound.Calm, Bound.Small, Bound.Small with { Budget = Bound.Small.Budget with { Releases = 1 } }];

    public static IEnumerable<Mutant> All => Enum.GetValues<Mutant>().Where(static mutant => mutant != Mutant.None);

    /// <summary>Looks for a story in one bound after another, the smallest first.</summary>
    public static MutantReport Of(Mutant mutant)
    {
        foreach (var bound in Bounds)
        {
            if (Explorer.Explore(bound, mutant) is { Broken: not Promise.None } found)
            {
                return new(mutant, found.Broken, Story.Of(bound, mutant, found));
            }
        }

        return new(mutant, Promise.None, []);
    }

    /// <summary>The report as text: a title, what is wrong, and the numbered sentences.</summary>
    public override string ToString() => string.Join('\n',
    [
        $"{Names.Word(Mutant)}: {MutantTexts.Of(Mutant)}",
        .. Sentences.Count == 0 ? ["  Nobody noticed."] : Sentences.Select((sentence, at) => at == Sentences.Count - 1 ? $"  => {sentence}" : $"  {at + 1}. {sentence}"),
    ]);
}
