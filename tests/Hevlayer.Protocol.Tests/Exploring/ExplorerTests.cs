namespace Hevlayer.Protocol.Tests.Exploring;

/// <summary>The numbers are those of spec/README.md; SPIN comes to the same ones (eng/spec.sh).</summary>
public sealed class ExplorerTests
{
    [Fact]
    public void Calm_WithoutAnyFault_KeepsEveryPromise()
    {
        var found = Explorer.Explore(Bound.Calm);

        Assert.Equal((Promise.None, 15), (found.Broken, found.States));
    }

    [Fact]
    public void Small_WithEveryFaultOfTheMainBound_KeepsEveryPromise()
    {
        var found = Explorer.Explore(Bound.Small);

        Assert.Equal((Promise.None, 223_530), (found.Broken, found.States));
        Assert.Equal(866_497, found.Steps);
    }

    [Fact]
    public void TwoDocuments_WithACrashAndAFreeze_KeepEveryPromise()
    {
        var found = Explorer.Explore(Bound.Main with { Budget = new(Crashes: 1, Freezes: 1, Losses: 0, Changes: 0, Failures: 0, Releases: 0) });

        Assert.Equal(Promise.None, found.Broken);
    }

    [Theory]
    [InlineData(1, 0, 1, 1, 1)]
    [InlineData(1, 1, 0, 1, 0)]
    [InlineData(1, 1, 1, 0, 1)]
    [InlineData(2, 1, 1, 0, 0)]
    [InlineData(2, 0, 1, 1, 0)]
    public void Symmetry_OfWorkersAndDocuments_LeavesOutNoState(int documents, int crashes, int freezes, int changes, int losses)
    {
        var bound = new Bound(2, documents, new(crashes, freezes, losses, changes, Failures: 0, Releases: 0));

        var plain = Explorer.Explore(bound);
        var symmetric = Explorer.Explore(bound, isSymmetric: true);

        Assert.Equal(Promise.None, plain.Broken);
        Assert.Equal((plain.Broken, plain.States), (symmetric.Broken, symmetric.Represented));
        Assert.True(symmetric.States < plain.States);
    }

    [Fact]
    public void PackedStates_OfASmallBound_AreThoseOfTheTransitionRelation()
    {
        var bound = new Bound(2, 2, new(Crashes: 0, Freezes: 0, Losses: 0, Changes: 1, Failures: 0, Releases: 0));
        var protocol = new LeaseProtocol();
        var initial = State.Initial(bound.Workers, bound.Documents, bound.Budget);
        var seen = new HashSet<(Budget, Document, Document)> { (initial.Budget, initial.Documents[0], initial.Documents[1]) };
        var open = new Queue<State>([initial]);
        while (open.TryDequeue(out var state))
        {
            foreach (var (_, next) in protocol.Next(state))
            {
                if (seen.Add((next.Budget, next.Documents[0], next.Documents[1])))
                {
                    open.Enqueue(next);
                }
            }
        }

        Assert.Equal(seen.Count, Explorer.Explore(bound).States);
    }
}
