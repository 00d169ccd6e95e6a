using System.Reflection;

namespace Hevlayer.Conventions.Tests;

public sealed class PublicApiTests
{
    // Each open class says why it is open.
    private static readonly Dictionary<string, string> OpenClasses = new()
    {
        [nameof(HevlayerException)] = "base of the connection, time-out and mismatch errors, so that one catch is enough",
    };

    private static readonly Assembly Client = typeof(HevlayerClient).Assembly;

    [Fact]
    public void EveryPublicClass_IsSealedOrSaysWhyNot()
    {
        var open = Client.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Select(type => type.Name)
            .Order();

        Assert.Equal(OpenClasses.Keys.Order(), open);
    }

    [Fact]
    public void EveryAsyncMethod_TakesACancellationTokenLastAndByDefault()
    {
        var wrong = Client.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name != nameof(IAsyncDisposable.DisposeAsync))
            .Where(method => method.GetParameters().LastOrDefault() is not { HasDefaultValue: true } last || last.ParameterType != typeof(CancellationToken))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void EveryMethodThatReturnsATask_IsCalledAsync()
    {
        var wrong = Client.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) && !method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void EveryOperation_HasAMethodOnTheInterface()
    {
        var methods = typeof(IHevlayerApi).GetMethods().Select(method => method.Name).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(GatewayOperations.All.Select(operation => operation.MethodName).Order(StringComparer.Ordinal), methods);
    }

    [Fact]
    public void TheOnlyCallsThatAreNotRepeatable_AreThoseOfTheContract() =>
        Assert.Equal(
            [
                "branchNamespace", "claimDocuments", "claimUdfItems", "copyNamespace", "createCheckpoint", "createPipeline",
                "createScan", "createSnapshot", "createUdf", "discoverUdf", "importNamespace", "mintKey", "queryAgent",
            ],
            GatewayOperations.All.Where(operation => !operation.IsIdempotent).Select(operation => operation.Id));
}
