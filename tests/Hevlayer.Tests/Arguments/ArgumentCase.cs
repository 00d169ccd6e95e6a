namespace Hevlayer.Tests.Arguments;

/// <summary>One wrong argument.</summary>
/// <param name="Call">The call that must not be sent.</param>
/// <param name="Parameter">Name of the parameter that the error names.</param>
/// <param name="Allowed">Part of the message that says what is allowed.</param>
internal sealed record ArgumentCase(Func<HevlayerClient, Task> Call, string Parameter, string Allowed)
{
    public const string Empty = "at least one character that is not white space is needed";
    public const string None = "at least one element is needed";
    public const string Half = "half of a surrogate pair, which no request can carry; ids and names need whole characters";
    public const string NotPositive = "must be more than zero";
    public const string Negative = "must not be negative";

    /// <summary>Runs cases by their place, so that each is a test of its own.</summary>
    public static TheoryData<int> Numbers(IReadOnlyList<ArgumentCase> cases) => [.. Enumerable.Range(0, cases.Count)];

    public async Task CheckAsync()
    {
        var stub = StubHandler.Always("{}");
        using var client = TestClients.Over(stub);

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => Call(client));

        Assert.Equal(Parameter, error.ParamName);
        Assert.Contains(Allowed, error.Message, StringComparison.Ordinal);
        Assert.Empty(stub.Requests);
    }
}
