namespace Hevlayer.Quickstart.Tests;

public sealed class QuickstartCommandTests
{
    [Fact]
    public void NoArguments_GiveTheDefaults() => Assert.Equal(new QuickstartOptions(), Parse());

    [Fact]
    public void AllArguments_AreTaken() =>
        Assert.Equal(
            new QuickstartOptions
            {
                Input = "texts",
                Query = "What now?",
                Gateway = new Uri("https://gateway.example/base"),
                Key = "secret",
                Pipeline = "books",
                Namespace = "shelf",
                Top = 7,
                Concurrency = 2,
                Lease = TimeSpan.FromSeconds(30),
                SnapshotWait = TimeSpan.FromSeconds(5),
            },
            Parse("--input", "texts", "--query=What now?", "--gateway", "https://gateway.example/base", "--key=secret", "--pipeline", "books", "--namespace", "shelf", "--top", "7", "--concurrency=2", "--lease", "30", "--snapshot-wait", "5"));

    [Fact]
    public void Namespace_IsNamedLikeThePipelineByDefault() => Assert.Equal("books", Parse("--pipeline", "books").Namespace);

    [Fact]
    public void Namespace_BeforeThePipeline_IsKept() => Assert.Equal("shelf", Parse("--namespace", "shelf", "--pipeline", "books").Namespace);

    [Theory]
    [InlineData("HEVLAYER_API_KEY", "first")]
    [InlineData("LAYER_GATEWAY_API_KEY", "second")]
    public void Key_ComesFromTheEnvironmentInOrder(string variable, string key)
    {
        string? Read(string name) => name == variable || (name == "LAYER_GATEWAY_API_KEY" && variable == "HEVLAYER_API_KEY")
            ? name == "HEVLAYER_API_KEY" ? "first" : "second"
            : null;

        Assert.Equal(key, Parse(["--gateway", "http://localhost"], Read).Key);
    }

    [Fact]
    public void KeyOfTheEnvironment_IsNotSentToTheEmbeddedGateway() => Assert.Null(Parse([], _ => "secret").Key);

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_WinsOverTheRest(string help)
    {
        var output = new StringWriter();

        var code = await Program.RunAsync([help, "--nonsense"], new() { Out = output, Error = TextWriter.Null, IsTerminal = false, Variable = _ => null });

        Assert.Equal(0, code);
        Assert.Contains("--snapshot-wait", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--nonsense", "Unknown argument '--nonsense'")]
    [InlineData("folder", "Unknown argument 'folder'")]
    [InlineData("--input", "--input needs a value")]
    [InlineData("--input --top", "--input needs a value")]
    [InlineData("--query=", "--query must not be empty")]
    [InlineData("--gateway localhost:8080", "such as http://localhost:8080")]
    [InlineData("--gateway ftp://host", "such as http://localhost:8080")]
    [InlineData("--gateway nonsense", "such as http://localhost:8080")]
    [InlineData("--key secret", "--gateway URL")]
    [InlineData("--pipeline a/b", "letters, digits")]
    [InlineData("--namespace=", "letters, digits")]
    [InlineData("--top 0", "from 1 to 1000")]
    [InlineData("--top ten", "from 1 to 1000")]
    [InlineData("--top 1.5", "from 1 to 1000")]
    [InlineData("--concurrency 65", "from 1 to 64")]
    [InlineData("--lease 1", "from 5 to 3600")]
    [InlineData("--snapshot-wait -1", "from 1 to 3600")]
    public void BadArguments_AreRefusedWithWhatIsAllowed(string arguments, string message)
    {
        var failure = Assert.Throws<Failure>(() => Parse(arguments.Split(' ')));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Contains("--help", failure.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, failure.ExitCode);
    }

    [Fact]
    public void Refusal_NeverShowsAKey() =>
        Assert.DoesNotContain("topsecret", Assert.Throws<Failure>(() => Parse("--key", "topsecret")).Message, StringComparison.Ordinal);

    private static QuickstartOptions Parse(params string[] arguments) => Parse(arguments, _ => null);

    private static QuickstartOptions Parse(string[] arguments, Func<string, string?> variable)
    {
        QuickstartOptions? understood = null;
        var command = new QuickstartCommand(variable, (options, _) =>
        {
            understood = options;
            return Task.CompletedTask;
        });
        command.Parse(arguments).Invoke(new() { EnableDefaultExceptionHandler = false });
        return understood!;
    }
}
