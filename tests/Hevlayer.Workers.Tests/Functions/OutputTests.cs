namespace Hevlayer.Workers.Tests;

public sealed class OutputTests
{
    private static readonly float[] Vector = [0, 1];

    public static TheoryData<string, FunctionResult> Refused => new()
    {
        { "does not declare; it declares caption", FunctionResult.Write("title", "x") },
        { "'_hevlayer_udf_captions_v', a name that is reserved", FunctionResult.Write("_hevlayer_udf_captions_v", "8") },
        { "is 'vector', which is no attribute", FunctionResult.Write("vector", 1) },
        { "is '$dist', and names do not begin with $", FunctionResult.Write("$dist", 1) },
        { "has a vector, and the function declares none", FunctionResult.WriteVector(Vector) },
        { "does not declare", FunctionResult.Write(new AttributeMap { ["caption"] = "x", ["other"] = 1 }) },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Result_ThatIsNotDeclared_FailsItsRowBeforeAnyCall(string reason, FunctionResult result)
    {
        await using var host = await FunctionHost.WithAsync((item, _) => Task.FromResult(item.Id == "a" ? result : FunctionHost.Caption(item)));
        await host.PutAsync("a", "b");

        var status = await host.RunAsync();

        Assert.Equal((1, 1), (status.FailedCount, host.Status.Completed));
        Assert.Contains(reason, Assert.Single(host.Status.RecentFailures).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Wire.Of("/complete"), static body => body.Contains("\"a\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Result_OfAFunctionWithoutOutputs_FailsItsRow()
    {
        await using var host = await FunctionHost.StartAsync(static workers => workers.AddFunction(FunctionHost.Function, static (item, _) => Task.FromResult(FunctionHost.Caption(item))));
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Contains("the function declares none: name it in Outputs", Assert.Single(host.Status.RecentFailures).Reason, StringComparison.Ordinal);
        Assert.Empty(host.Wire.Of("/complete"));
    }

    [Fact]
    public async Task Vector_ThatIsDeclared_IsWrittenWithItsAttributes()
    {
        await using var host = await FunctionHost.WithAsync(
            static (item, _) => Task.FromResult(FunctionResult.WriteVector(Vector, new AttributeMap { ["caption"] = item.Id })),
            static options => options.WritesVectors = true);
        await host.PutAsync("a");

        await host.RunAsync();

        Assert.Equal(1, host.Status.Completed);
        Assert.Contains("""{"namespace":"shop","id":"a","vector":[0,1],"attributes":{"caption":"a"}}""", Assert.Single(host.Wire.Of("/complete")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vector_OfAnotherDimension_FailsItsRowAlone()
    {
        await using var host = await FunctionHost.WithAsync(
            static (item, _) => Task.FromResult(FunctionResult.WriteVector(item.Id == "b" ? new float[] { 1, 2, 3 } : Vector)),
            static options => options.WritesVectors = true);
        await host.PutAsync("a", "b", "c", "d");

        var status = await host.RunAsync();

        Assert.Equal((1, 3), (status.FailedCount, host.Status.Completed));
        Assert.Equal("shop/b", Assert.Single(host.Status.RecentFailures).DocumentId);
    }

    [Fact]
    public void Result_WithoutSense_IsRefused()
    {
        Assert.Throws<ArgumentException>(static () => FunctionResult.WriteVector(ReadOnlyMemory<float>.Empty));
        Assert.Throws<ArgumentException>(static () => FunctionResult.WriteVectors([]));
        Assert.Throws<ArgumentException>(static () => FunctionResult.Fail(" "));
        Assert.Throws<ArgumentException>(static () => FunctionResult.Write(string.Empty, 1));
        Assert.Throws<ArgumentNullException>(static () => FunctionResult.Write(null!));
    }
}
