using MyFunction;

await App.Build(args).RunAsync();
