namespace Hevlayer.Generator.Tests;

public sealed class DriftTests
{
    [Fact]
    public async Task Check_OfTheRepository_FindsNoDrift()
    {
        var (exitCode, output, errors) = await GeneratorProgram.RunAsync("check", Checkout.RepositoryRoot);

        Assert.True(exitCode == 0, errors + output);
    }

    [Fact]
    public async Task Check_AfterAnEditAStrayAndALoss_NamesEachFile()
    {
        using var checkout = Checkout.Copy();
        await File.AppendAllTextAsync(Path.Combine(checkout.Generated, "GatewayOperations.g.cs"), "// edited\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(checkout.Generated, "Api", "Stray.g.cs"), "// stray\n", TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(checkout.Generated, "Models", "Pipelines", "Chunk.g.cs"));

        var (exitCode, _, errors) = await GeneratorProgram.RunAsync("check", checkout.Root);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            ["differs: GatewayOperations.g.cs", "missing: Models/Pipelines/Chunk.g.cs", "stray: Api/Stray.g.cs"],
            errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Check_AfterAFieldWasAddedToTheSpec_NamesItsRecord()
    {
        using var checkout = Checkout.Copy();
        var spec = await File.ReadAllTextAsync(checkout.Spec, TestContext.Current.CancellationToken);
        const string Anchor = "    CreateCheckpointRequest:\n";
        Assert.Contains(Anchor, spec, StringComparison.Ordinal);
        var at = spec.IndexOf("      properties:\n", spec.IndexOf(Anchor, StringComparison.Ordinal), StringComparison.Ordinal);
        spec = spec.Insert(at + "      properties:\n".Length, "        note:\n          type: string\n          description: A remark.\n");
        await File.WriteAllTextAsync(checkout.Spec, spec, TestContext.Current.CancellationToken);

        var (exitCode, _, errors) = await GeneratorProgram.RunAsync("check", checkout.Root);

        Assert.Equal(1, exitCode);
        Assert.Equal("differs: Models/Checkpoints/CreateCheckpointRequest.g.cs", errors.Trim());
    }

    [Fact]
    public async Task Generate_AfterDamage_RestoresTheCommittedFiles()
    {
        using var checkout = Checkout.Copy();
        Directory.Delete(Path.Combine(checkout.Generated, "Models"), recursive: true);
        await File.WriteAllTextAsync(Path.Combine(checkout.Generated, "Stray.g.cs"), "// stray\n", TestContext.Current.CancellationToken);

        var (generated, _, _) = await GeneratorProgram.RunAsync("generate", checkout.Root);
        var (exitCode, output, errors) = await GeneratorProgram.RunAsync("check", checkout.Root);

        Assert.Equal(0, generated);
        Assert.True(exitCode == 0, errors + output);
        Assert.False(File.Exists(Path.Combine(checkout.Generated, "Stray.g.cs")));
    }

    [Theory]
    [InlineData]
    [InlineData("regenerate")]
    [InlineData("check", "a", "b")]
    public async Task Run_WithArgumentsItDoesNotKnow_ExplainsItself(params string[] arguments)
    {
        var (exitCode, _, errors) = await GeneratorProgram.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains("generate|check", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OutsideACheckout_SaysWhatIsMissing()
    {
        var folder = Directory.CreateTempSubdirectory("hevlayer-empty-");
        try
        {
            var (exitCode, _, errors) = await GeneratorProgram.RunAsync("check", folder.FullName);

            Assert.Equal(2, exitCode);
            Assert.Contains("No openapi/hevlayer.yaml", errors, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete();
        }
    }
}
