namespace Hevlayer.Fuzz.Tests.Replies;

/// <summary>The judge of replies finds null where there must be none.</summary>
public sealed class NullWalkTests
{
    [Fact]
    public void Find_RequiredMemberIsNull_NamesIt() =>
        Assert.Equal("Chunk.Id is null", NullWalk.Find(new Chunk { Id = null! }));

    [Fact]
    public void Find_ElementIsNull_NamesItsList() =>
        Assert.Equal("PutChunksRequest.Chunks[] is null", NullWalk.Find(new PutChunksRequest { Chunks = [new() { Id = "a" }, null!] }));

    [Fact]
    public void Find_OptionalMemberIsNull_FindsNothing() =>
        Assert.Null(NullWalk.Find(new Chunk { Id = "a" }));
}
