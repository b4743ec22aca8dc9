### The page of an event, and the seats shown in every list.

seats-left = { $left ->
    [one] осталось { $left } место из { $capacity }
    [few] осталось { $left } места из { $capacity }
    [many] осталось { $left } мест из { $capacity }
   *[other] осталось { $left } места из { $capacity }
}
seats-full = Мест нет
seats-waiting = в листе ожидания: { $count }
seats-nomination = По представлению государства
seats-invitation = По приглашению
seats-cancelled = Отменено
seats-closed = Регистрация закрыта
seats-opens = Регистрация откроется { $date }
seats-until = до { $date }
