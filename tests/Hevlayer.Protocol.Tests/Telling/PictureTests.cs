namespace Hevlayer.Protocol.Tests.Telling;

public sealed class PictureTests
{
    [Fact]
    public void Picture_OnThePageOfTheProtocol_IsTheModels() =>
        Assert.Contains($"```mermaid\n{Picture.Mermaid()}\n```", Checkout.Read("docs/protocol.md"), StringComparison.Ordinal);
}
