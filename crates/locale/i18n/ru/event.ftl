### The page of an event, and the seats shown in every list.

seats-left = { $left ->
    [one] осталось { $left } место из { $capacity }
    [few] осталось { $left } места из { $capacity }
    [many] осталось { $left } мест из { $capacity }
   *[other] осталось { $left } места из { $capacity }
}
seats-waiting = в листе ожидания: { $count }
seats-opens = Регистрация откроется { $date }
seats-until = до { $date }
