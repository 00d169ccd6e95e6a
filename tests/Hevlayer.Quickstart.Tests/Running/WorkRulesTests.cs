using System.Net;

namespace Hevlayer.Quickstart.Tests;

public sealed class WorkRulesTests
{
    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, false, 1, "EndRun")]
    [InlineData(HttpStatusCode.Forbidden, false, 1, "EndRun")]
    [InlineData(HttpStatusCode.BadGateway, true, 1, "Release")]
    [InlineData(HttpStatusCode.BadGateway, true, 2, "Release")]
    [InlineData(HttpStatusCode.BadGateway, true, 3, "Fail")]
    [InlineData(HttpStatusCode.NotFound, false, 1, "Fail")]
    [InlineData(HttpStatusCode.UnprocessableEntity, false, 1, "Fail")]
    public void Failure_IsDecidedByStatusAndTries(HttpStatusCode status, bool isTransient, int tries, string expected) =>
        Assert.Equal(expected, WorkRules.Decide(new HevlayerException("failed") { StatusCode = status, IsTransient = isTransient }, tries).ToString());

    [Fact]
    public void ConnectionThatStaysBroken_EndsTheRunAndDoesNotFailTheDocument() =>
        Assert.Equal(AfterFailure.EndRun, WorkRules.Decide(new HevlayerConnectionException("cut") { IsTransient = true }, WorkRules.MostTries));
}
