using System.Net;

namespace Hevlayer.Workers.Tests;

public sealed class FaultRulesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(true, true, true, "LeaseLost")]
    [InlineData(true, false, false, "LeaseLost")]
    [InlineData(false, true, true, "Stopped")]
    [InlineData(false, true, false, "Stopped")]
    [InlineData(false, false, true, "TimedOut")]
    [InlineData(false, false, false, "Handler")]
    public void Classify_Cancellation_TheTokensDecide(bool leaseLost, bool aborted, bool timedOut, string kind)
    {
        Assert.Equal(kind, Kind(new OperationCanceledException(), leaseLost, aborted, timedOut));
        Assert.Equal(kind, Kind(new TaskCanceledException(), leaseLost, aborted, timedOut));

        // Work that is cancelled may end with any error.
        Assert.Equal(kind, Kind(new IOException("cut"), leaseLost, aborted, timedOut));
    }

    [Theory]
    [InlineData(false, false, false, "Rejected")]
    [InlineData(false, false, true, "Rejected")]
    [InlineData(true, false, false, "LeaseLost")]
    [InlineData(false, true, false, "Stopped")]
    public void Classify_Rejection_CountsWhileTheDocumentIsOurs(bool leaseLost, bool aborted, bool timedOut, string kind) =>
        Assert.Equal(kind, Kind(new DocumentRejectedException("scanned upside down"), leaseLost, aborted, timedOut));

    [Theory]
    [InlineData(null, false, "Gateway")]
    [InlineData(null, true, "Gateway")]
    [InlineData(401, false, "Gateway")]
    [InlineData(403, false, "Gateway")]
    [InlineData(400, false, "Refused")]
    [InlineData(402, false, "Gateway")]
    [InlineData(404, false, "Gateway")]
    [InlineData(409, false, "Gateway")]
    [InlineData(413, false, "Refused")]
    [InlineData(422, false, "Refused")]
    [InlineData(422, true, "Gateway")]
    [InlineData(429, true, "Gateway")]
    [InlineData(500, true, "Gateway")]
    [InlineData(502, true, "Gateway")]
    [InlineData(503, true, "Gateway")]
    [InlineData(504, true, "Gateway")]
    public void Classify_RefusalOfTheGateway_WhatPassesIsTheGatewaysAndTheRestTheDocuments(int? status, bool isTransient, string kind) =>
        Assert.Equal(kind, Kind(new HevlayerException("no") { StatusCode = (HttpStatusCode?)status, IsTransient = isTransient, HasGatewayBody = true }, false, false, false));

    /// <summary>A proxy's page says nothing of a document, whatever its status; that a body is too large anybody may say.</summary>
    [Theory]
    [InlineData(200, "Gateway")]
    [InlineData(302, "Gateway")]
    [InlineData(400, "Gateway")]
    [InlineData(404, "Gateway")]
    [InlineData(413, "Refused")]
    [InlineData(422, "Gateway")]
    [InlineData(501, "Gateway")]
    [InlineData(520, "Gateway")]
    public void Classify_RefusalOfSomebodyElse_IsNotTheDocuments(int status, string kind) =>
        Assert.Equal(kind, Kind(new HevlayerException("no") { StatusCode = (HttpStatusCode)status }, false, false, false));

    [Fact]
    public void Classify_TimeOut_NamesTheLimit()
    {
        var fault = FaultRules.Classify(new OperationCanceledException(), false, false, timedOut: true, Limit);

        Assert.Contains("00:10:00", fault.Reason, StringComparison.Ordinal);
        Assert.False(fault.IsFinal);
    }

    [Fact]
    public void Classify_AnyException_NamesTypeAndMessage()
    {
        var exception = new IOException("disk full");

        var fault = FaultRules.Classify(exception, false, false, false, Limit);

        Assert.Equal("IOException: disk full", fault.Reason);
        Assert.Same(exception, fault.Exception);
    }

    [Fact]
    public void Classify_Rejection_IsFinalWithItsReason()
    {
        var fault = FaultRules.Classify(new DocumentRejectedException("scanned upside down"), false, false, false, Limit);

        Assert.True(fault.IsFinal);
        Assert.Equal("scanned upside down", fault.Reason);
    }

    private static string Kind(Exception exception, bool leaseLost, bool aborted, bool timedOut) =>
        FaultRules.Classify(exception, leaseLost, aborted, timedOut, Limit).Kind.ToString();
}
