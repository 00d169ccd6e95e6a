using MySourceWorker;

await App.Build(args).RunAsync();
